using System.Globalization;

namespace ImageStreams.Fuzz;

/// <summary>Makes queries of lists and watches: most are valid, and all look like some.</summary>
internal static class QueryMaker
{
    private static readonly string[] Keys = ["l", "l", "m", "example.com/x", "kubernetes.io/metadata.name", "", "a b", "-x", "x/y/z", "é"];
    private static readonly string[] Values = ["1", "1", "2", "3", "", "x", "a.b", "-", "ß", "'", "10"];
    private static readonly string[] Operators = ["=", "=", "==", "!=", " in ", " notin ", ">", "<", "", "!", "=!"];
    private static readonly string[] Fields = ["metadata.name", "metadata.name", "metadata.namespace", "spec.x", "", "status.phase"];
    private static readonly string[] FieldValues = ["s1", "s1", "s2", "fuzz-list", "nosuch", "a\\,b", "\\", ""];
    private static readonly string[] Numbers = ["1", "2", "3", "500", "0", "-1", "x", "", "99999999999", "1.5"];
    private static readonly string[] Versions = ["0", "0", "1", "3", "999999999", "abc", "-1", "", "18446744073709551616"];
    private static readonly string[] Matches = ["Exact", "NotOlderThan", "NotOlderThan", "", "exact"];
    private static readonly string[] Truths = ["true", "true", "1", "false", "0", "yes", ""];
    private static readonly string[] Tokens = ["", "x", "e30", "eyJydiI6MX0", "eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6LTEsInN0YXJ0IjoiYSJ9"];

    /// <summary>Makes the query of a list.</summary>
    public static string CreateList(ref SplitMix random) => Create(
        ref random, "labelSelector", "fieldSelector", "limit", "continue", "resourceVersion", "resourceVersionMatch", "timeoutSeconds", "sendInitialEvents");

    /// <summary>Makes the query of a watch.</summary>
    public static string CreateWatch(ref SplitMix random) => Create(
        ref random,
        "labelSelector",
        "fieldSelector",
        "resourceVersion",
        "resourceVersionMatch",
        "sendInitialEvents",
        "allowWatchBookmarks",
        "timeoutSeconds",
        "limit",
        "continue");

    private static string Create(ref SplitMix random, params string[] names)
    {
        var query = new List<string>();
        foreach (var name in names)
        {
            if (random.Next(10) < 3)
            {
                query.Add($"{name}={Uri.EscapeDataString(Spoil(ref random, CreateValue(ref random, name)))}");
            }
        }

        return string.Join('&', query);
    }

    private static string CreateValue(ref SplitMix random, string name) => name switch
    {
        "labelSelector" => Join(ref random, Keys, Operators, Values),
        "fieldSelector" => Join(ref random, Fields, ["=", "==", "!=", "="], FieldValues),
        "limit" or "timeoutSeconds" => Pick(ref random, Numbers),
        "resourceVersion" => Pick(ref random, Versions),
        "resourceVersionMatch" => Pick(ref random, Matches),
        "continue" => Pick(ref random, Tokens),
        _ => Pick(ref random, Truths),
    };

    private static string Join(ref SplitMix random, string[] keys, string[] operators, string[] values)
    {
        var all = new List<string>();
        for (var count = 1 + random.Next(3); count > 0; count--)
        {
            all.Add(CreateRequirement(ref random, Pick(ref random, keys), Pick(ref random, operators), values));
        }

        return string.Join(',', all);
    }

    private static string CreateRequirement(ref SplitMix random, string key, string op, string[] values) => op switch
    {
        "!" => "!" + key,
        "" => key,
        " in " or " notin " => $"{key}{op}({Pick(ref random, values)},{Pick(ref random, values)})",
        _ => key + op + Pick(ref random, values),
    };

    // One in twelve has a character more or less somewhere.
    private static string Spoil(ref SplitMix random, string text)
    {
        var at = random.Next(text.Length + 1);
        return random.Next(24) switch
        {
            0 when at < text.Length => text.Remove(at, 1),
            1 => text.Insert(at, ((char)(' ' + random.Next(95))).ToString(CultureInfo.InvariantCulture)),
            _ => text,
        };
    }

    private static string Pick(ref SplitMix random, string[] texts) => texts[random.Next(texts.Length)];
}
