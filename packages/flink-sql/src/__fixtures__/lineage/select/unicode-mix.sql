CREATE TABLE `mesures_été` (`capteur_n°` STRING, `température` DOUBLE, `😀` INT, größe INT, Ωm DOUBLE) WITH ('connector' = 'kafka');
CREATE TABLE résumé (`capteur` STRING, `°F` DOUBLE, smile INT, g INT, o DOUBLE) WITH ('connector' = 'print');
INSERT INTO résumé
SELECT `capteur_n°`, `température` * 9 / 5 + 32, `😀`, größe, m.Ωm
FROM `mesures_été` AS m;
