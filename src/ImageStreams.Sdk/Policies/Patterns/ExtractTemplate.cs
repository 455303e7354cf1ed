using System.Globalization;
using System.Text;

namespace ImageStreams.Policies;

/// <summary>A text with places for the groups of a match, by the rules of Go: <c>$name</c>, <c>${name}</c>, <c>$1</c>, <c>$$</c>.</summary>
/// <remarks>A group that does not exist, or that has no part in the match, is empty; a dollar that begins no name is a dollar.</remarks>
internal sealed class ExtractTemplate
{
    private readonly List<(string Text, bool IsName)> _parts = [];

    private ExtractTemplate()
    {
    }

    /// <summary>Reads a template; every text is one.</summary>
    public static ExtractTemplate Read(string text)
    {
        var template = new ExtractTemplate();
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var dollar = rest.IndexOf('$');
            var plain = dollar < 0 ? rest : rest[..dollar];
            template._parts.Add((plain.ToString(), false));
            rest = dollar < 0 ? default : template.TakeName(rest[(dollar + 1)..]);
        }

        return template;
    }

    /// <summary>Fills in the groups of the last match.</summary>
    public string Expand(string text, PatternProgram program, ReadOnlySpan<int> slots)
    {
        var expanded = new StringBuilder();
        foreach (var (part, isName) in _parts)
        {
            expanded.Append(isName ? FindGroup(part, text, program, slots) : part);
        }

        return expanded.ToString();
    }

    private ReadOnlySpan<char> TakeName(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith('$'))
        {
            _parts.Add(("$", false));
            return rest[1..];
        }

        var start = rest.StartsWith('{') ? 1 : 0;
        var length = CountNameCharacters(rest[start..]);
        var end = start + length;
        var isClosed = start == 0 || (end < rest.Length && rest[end] == '}');
        if (length == 0 || !isClosed)
        {
            _parts.Add(("$", false));
            return rest;
        }

        _parts.Add((rest[start..end].ToString(), true));
        return rest[(end + start)..];
    }

    private static int CountNameCharacters(ReadOnlySpan<char> text)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune) && !Rune.IsDigit(rune) && rune.Value != '_')
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return length;
    }

    private static ReadOnlySpan<char> FindGroup(
        string name, string text, PatternProgram program, ReadOnlySpan<int> slots)
    {
        if (TryReadNumber(name, out var number))
        {
            return number < program.GroupNames.Count ? Slice(text, slots, number) : default;
        }

        for (var group = 1; group < program.GroupNames.Count; group++)
        {
            if (program.GroupNames[group] == name && slots[2 * group] >= 0)
            {
                return Slice(text, slots, group);
            }
        }

        return default;
    }

    private static bool TryReadNumber(string name, out int number)
    {
        number = 0;
        return (name[0] != '0' || name.Length == 1)
            && !name.AsSpan().ContainsAnyExceptInRange('0', '9')
            && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static ReadOnlySpan<char> Slice(string text, ReadOnlySpan<int> slots, int group) =>
        slots[2 * group] < 0 || slots[(2 * group) + 1] < 0 ? default : text.AsSpan()[slots[2 * group]..slots[(2 * group) + 1]];
}
