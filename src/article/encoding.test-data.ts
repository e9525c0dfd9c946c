/** Every character that an encoding writes in one or two bytes, by the character. */
function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>(encoding === "windows-1252" ? TYPOGRAPHIC : []);
  const note = (bytes: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== "\uFFFD" && !table.has(text)) table.set(text, bytes);
  };
  for (let first = 0; first < 256; first++) note([first]);
  for (let first = 0x81; first < 0xff; first++)
    for (let second = 0x30; second < 0xff; second++) note([first, second]);
  return table;
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** What Node 20 misreads as ISO 8859-1. */
const TYPOGRAPHIC: readonly (readonly [string, readonly number[]])[] = [
  ["€", [0x80]],
  ["‘", [0x91]],
  ["’", [0x92]],
  ["“", [0x93]],
  ["”", [0x94]],
  ["–", [0x96]],
  ["—", [0x97]],
];

/** The text in an encoding that the platform can only read; characters it lacks become question marks. */
export function encodeAs(encoding: string, text: string): Uint8Array {
  if (encoding === "utf-16le") return Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  const table = tables.get(encoding) ?? tableOf(encoding);
  tables.set(encoding, table);
  return Uint8Array.from([...text].flatMap((character) => table.get(character) ?? [0x3f]));
}

/** A short report in the language that an encoding was made for. */
export const SAMPLES: Readonly<Record<string, string>> = {
  "windows-1251":
    "Паромы снова ходят между островами, сообщило во вторник министерство транспорта. По словам представителя порта, никто не пострадал, а расписание останется прежним до конца месяца.",
  "koi8-r":
    "Паромы снова ходят между островами, сообщило во вторник министерство транспорта. По словам представителя порта, никто не пострадал, а расписание останется прежним до конца месяца.",
  shift_jis:
    "国土交通省は火曜日、島々を結ぶフェリーの運航が再開したと発表した。港の担当者によると、けが人はなく、時刻表は今月末まで変わらないという。",
  "euc-jp":
    "国土交通省は火曜日、島々を結ぶフェリーの運航が再開したと発表した。港の担当者によると、けが人はなく、時刻表は今月末まで変わらないという。",
  "euc-kr":
    "국토교통부는 화요일 섬들을 잇는 여객선 운항이 다시 시작됐다고 밝혔다. 항만 관계자는 다친 사람이 없으며 시간표는 이달 말까지 그대로라고 말했다.",
  gb18030:
    "交通部星期二表示，连接各岛的渡轮已恢复航行。港口负责人说，没有人受伤，时刻表到本月底保持不变。居民们说，他们等这一天已经等了三个星期，学校和商店也将重新开放。",
  big5: "交通部星期二表示，連接各島的渡輪已恢復航行。港口負責人說，沒有人受傷，時刻表到本月底保持不變。居民們說，他們等這一天已經等了三個星期，學校和商店也將重新開放。",
  "iso-8859-2":
    "Promy znów kursują między wyspami, podało we wtorek ministerstwo transportu. Według przedstawiciela portu nikt nie został ranny, a rozkład jazdy pozostanie bez zmian do końca miesiąca. Mieszkańcy mówią, że czekali na to trzy tygodnie.",
  "windows-1252":
    "Les ferries circulent de nouveau entre les îles, a annoncé mardi le ministère des Transports. Selon le porte-parole du port, personne n’a été blessé et l’horaire restera inchangé jusqu’à la fin du mois. Les habitants espéraient cela depuis trois semaines.",
  "iso-8859-15":
    "Les ferries circulent de nouveau entre les îles, a annoncé mardi le ministère des Transports. Selon le porte-parole du port, personne n'a été blessé et l'horaire restera inchangé jusqu'à la fin du mois. Le billet coûtera 12 € et l'accès à la mer sera rétabli.",
  "utf-16le": "The ferries sail again, the ministry said on Tuesday. Nobody was hurt – “we were lucky”.",
  "utf-16be": "The ferries sail again, the ministry said on Tuesday. Nobody was hurt – “we were lucky”.",
};
