using System.Text.Json;
using System.Text.RegularExpressions;

namespace ImageStreams.Tests.Triggers;

/// <summary>The rules of SARIF 2.1.0 for the objects that the doctor writes, with all their properties.</summary>
/// <remarks>Objects are closed: a property that is not named here is an error. So is one of an object not described here.</remarks>
internal sealed partial class SarifRules
{
    private static readonly string[] Levels = ["none", "note", "warning", "error"];
    private static readonly string[] ResultKinds = ["notApplicable", "pass", "fail", "review", "open", "informational"];

    /// <summary>The properties of each object with their types; the required ones are marked.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Objects = new()
    {
        ["sarifLog"] = new() { ["$schema"] = "uri", ["version!"] = "version", ["runs!"] = "[run]", ["properties"] = "bag" },
        ["run"] = new()
        {
            ["tool!"] = "tool", ["results"] = "[result]", ["columnKind"] = "text", ["language"] = "text", ["properties"] = "bag",
        },
        ["tool"] = new() { ["driver!"] = "toolComponent", ["extensions"] = "{toolComponent}", ["properties"] = "bag" },
        ["toolComponent"] = new()
        {
            ["name!"] = "text", ["fullName"] = "text", ["version"] = "text", ["semanticVersion"] = "semver",
            ["informationUri"] = "uri", ["rules"] = "{reportingDescriptor}", ["properties"] = "bag",
        },
        ["reportingDescriptor"] = new()
        {
            ["id!"] = "text", ["name"] = "text", ["shortDescription"] = "multiformat", ["fullDescription"] = "multiformat",
            ["defaultConfiguration"] = "configuration", ["helpUri"] = "uri", ["help"] = "multiformat", ["properties"] = "bag",
        },
        ["multiformat"] = new() { ["text!"] = "text", ["markdown"] = "text", ["properties"] = "bag" },
        ["configuration"] = new() { ["enabled"] = "bool", ["level"] = "level", ["rank"] = "number", ["properties"] = "bag" },
        ["result"] = new()
        {
            ["ruleId"] = "text", ["ruleIndex"] = "index", ["kind"] = "resultKind", ["level"] = "level", ["message!"] = "message",
            ["locations"] = "[location]", ["partialFingerprints"] = "texts", ["fingerprints"] = "texts", ["properties"] = "bag",
        },
        ["message"] = new() { ["text!"] = "text", ["markdown"] = "text", ["properties"] = "bag" },
        ["location"] = new()
        {
            ["id"] = "index", ["physicalLocation"] = "physicalLocation", ["logicalLocations"] = "{logicalLocation}",
            ["message"] = "message", ["properties"] = "bag",
        },
        ["physicalLocation"] = new()
        {
            ["artifactLocation!"] = "artifactLocation", ["region"] = "region", ["properties"] = "bag",
        },
        ["region"] = new() { ["startLine!"] = "position", ["startColumn"] = "position", ["properties"] = "bag" },
        ["artifactLocation"] = new() { ["uri"] = "uri-reference", ["uriBaseId"] = "text", ["index"] = "index", ["properties"] = "bag" },
        ["logicalLocation"] = new()
        {
            ["name"] = "text", ["index"] = "index", ["fullyQualifiedName"] = "text", ["decoratedName"] = "text",
            ["parentIndex"] = "index", ["kind"] = "text", ["properties"] = "bag",
        },
    };

    private readonly List<string> _errors = [];

    /// <summary>Finds the errors of a log, each with its path.</summary>
    public static IReadOnlyList<string> Check(string json)
    {
        var rules = new SarifRules();
        var log = JsonElement.Parse(json);
        rules.Check(log, "sarifLog", "$");
        if (rules._errors.Count == 0)
        {
            rules.CheckReferences(log);
        }

        return rules._errors;
    }

    /// <summary>Checks that results and rules agree, which the standard requires and no schema can express.</summary>
    private void CheckReferences(JsonElement log)
    {
        foreach (var run in log.GetProperty("runs").EnumerateArray())
        {
            var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
            foreach (var result in run.GetProperty("results").EnumerateArray())
            {
                var index = result.GetProperty("ruleIndex").GetInt32();
                Require(
                    index < rules.GetArrayLength() && rules[index].GetProperty("id").ValueEquals(result.GetProperty("ruleId").GetString()),
                    "results", "ruleIndex and ruleId are of one rule");
            }
        }
    }

    private void Check(JsonElement value, string type, string path)
    {
        if (type[0] is '[' or '{')
        {
            CheckList(value, type[1..^1], path, isSet: type[0] == '{');
        }
        else if (Objects.TryGetValue(type, out var properties))
        {
            CheckObject(value, properties, path);
        }
        else
        {
            Require(Is(value, type), path, type);
        }
    }

    private void CheckList(JsonElement value, string type, string path, bool isSet)
    {
        Require(value.ValueKind == JsonValueKind.Array, path, "a list");
        var items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [];
        Require(!isSet || items.DistinctBy(item => item.GetRawText()).Count() == items.Count, path, "a list of different items");
        for (var i = 0; i < items.Count; i++)
        {
            Check(items[i], type, $"{path}[{i}]");
        }
    }

    private void CheckObject(JsonElement value, Dictionary<string, string> properties, string path)
    {
        Require(value.ValueKind == JsonValueKind.Object, path, "an object");
        var given = value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().ToList() : [];
        foreach (var property in given)
        {
            var type = properties.GetValueOrDefault(property.Name) ?? properties.GetValueOrDefault($"{property.Name}!");
            Require(type is not null, $"{path}.{property.Name}", "a property that is known here");
            Check(property.Value, type ?? "bag", $"{path}.{property.Name}");
        }

        var missing = properties.Keys.Where(name => name.EndsWith('!') && !given.Exists(one => one.Name == name[..^1]));
        Require(!missing.Any(), path, $"an object with {string.Join(' ', missing)}");
        Require(given.DistinctBy(one => one.Name).Count() == given.Count, path, "an object that has each property once");
    }

    private static bool Is(JsonElement value, string type) => type switch
    {
        "bool" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "index" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var index) && index >= -1,
        "position" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var position) && position >= 1,
        "bag" => value.ValueKind == JsonValueKind.Object,
        "texts" => value.ValueKind == JsonValueKind.Object
            && value.EnumerateObject().All(one => one.Value.ValueKind == JsonValueKind.String),
        _ => value.ValueKind == JsonValueKind.String && IsText(value.GetString()!, type),
    };

    private static bool IsText(string text, string type) => type switch
    {
        "version" => text == "2.1.0",
        "level" => Levels.Contains(text),
        "resultKind" => ResultKinds.Contains(text),
        "semver" => SemanticVersion().IsMatch(text),
        "uri" => Uri.IsWellFormedUriString(text, UriKind.Absolute),
        "uri-reference" => Uri.IsWellFormedUriString(text, UriKind.RelativeOrAbsolute),
        _ => true,
    };

    private void Require(bool isSo, string path, string expected)
    {
        if (!isSo)
        {
            _errors.Add($"{path} is not {expected}");
        }
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$")]
    private static partial Regex SemanticVersion();
}
