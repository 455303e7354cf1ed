using System.Globalization;
using System.Text.Json;

namespace ImageStreams.Testing.Server;

/// <summary>A path to values in JSON, as columns of custom resources have it: <c>.status.conditions[?(@.type=="Ready")].status</c>.</summary>
/// <remarks>Fields, positions, <c>[*]</c> and comparisons of a field with a text; anything else finds nothing.</remarks>
internal sealed class JsonPathSteps
{
    private readonly List<string> _steps = [];

    private JsonPathSteps()
    {
    }

    /// <summary>Reads a path.</summary>
    public static JsonPathSteps Parse(string path)
    {
        var steps = new JsonPathSteps();
        for (var rest = path.AsSpan(); rest.Length > 0;)
        {
            var length = rest[0] == '[' ? FindBracketEnd(rest) : FindFieldEnd(rest);
            steps.Add(rest[..length]);
            rest = rest[length..];
        }

        return steps;
    }

    /// <summary>Finds the values at the path, in their order.</summary>
    public IReadOnlyList<JsonElement> Find(JsonElement value)
    {
        IEnumerable<JsonElement> found = [value];
        foreach (var step in _steps)
        {
            found = found.SelectMany(one => Take(one, step));
        }

        return [.. found];
    }

    private void Add(ReadOnlySpan<char> step)
    {
        var isField = step[0] != '[';
        var text = isField ? step.Trim('.').ToString().Replace("\\.", ".", StringComparison.Ordinal) : step.Trim("[]").ToString();
        if (text.Length > 0)
        {
            _steps.Add(isField ? $".{text}" : text);
        }
    }

    private static int FindFieldEnd(ReadOnlySpan<char> path)
    {
        var end = 1;
        while (end < path.Length && path[end] != '[' && (path[end] != '.' || path[end - 1] == '\\'))
        {
            end++;
        }

        return end;
    }

    private static int FindBracketEnd(ReadOnlySpan<char> path)
    {
        var end = path.IndexOf(']');
        return end < 0 ? path.Length : end + 1;
    }

    private static IEnumerable<JsonElement> Take(JsonElement value, string step) => step switch
    {
        ['.', .. var name] => TakeField(value, name),
        ['\'' or '"', .. var name] => TakeField(value, name.Trim('\'', '"')),
        "*" => GetItems(value),
        ['?', ..] => GetItems(value).Where(item => Meets(item, step)),
        _ => TakeItem(value, step),
    };

    private static IEnumerable<JsonElement> TakeField(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var found) ? [found] : [];

    private static IEnumerable<JsonElement> TakeItem(JsonElement value, string position)
    {
        var items = GetItems(value);
        return int.TryParse(position, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
            && items.ElementAtOrDefault(index < 0 ? items.Count + index : index) is { ValueKind: not JsonValueKind.Undefined } item
                ? [item]
                : [];
    }

    private static IReadOnlyList<JsonElement> GetItems(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray()],
        JsonValueKind.Object => [.. value.EnumerateObject().Select(static field => field.Value)],
        _ => [],
    };

    // Such as ?(@.type=="Ready").
    private static bool Meets(JsonElement item, string filter)
    {
        var sides = filter.Trim('?', '(', ')').Split("==");
        return sides is [var path, var text]
            && Parse(path.Trim().TrimStart('@')).Find(item) is [var found]
            && found.ToString() == text.Trim().Trim('\'', '"');
    }
}
