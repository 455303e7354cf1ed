using ImageStreams.References;

namespace ImageStreams.Policies;

/// <summary>Reads versions: <c>[v]1[.2][.3][-pre][+build]</c>.</summary>
internal static class VersionReader
{
    private const int MaxParts = 3;

    /// <summary>Reads a version, which must be the whole text; linear in its length.</summary>
    public static SemanticVersion? Read(string text, VersionSyntax syntax, out VersionFault fault)
    {
        var rest = text.AsSpan();
        rest = rest.StartsWith('v') ? rest[1..] : rest;
        Span<Range> parts = stackalloc Range[MaxParts];
        var numbers = rest;
        var count = CountNumbers(ref rest, parts, out var isComplete);
        if (!isComplete || !TryTakeTail(rest, out var preRelease, out var build))
        {
            fault = VersionFault.Invalid;
            return null;
        }

        Span<VersionNumber> read = new VersionNumber[count];
        fault = ReadNumbers(numbers, parts, read, syntax);
        if (fault == VersionFault.None && !syntax.AllowsLeadingZeros && HasLeadingZero(preRelease))
        {
            fault = VersionFault.PrereleaseLeadingZero;
        }

        return fault == VersionFault.None
            ? new SemanticVersion(syntax, read, preRelease.ToString(), build.ToString())
            : null;
    }

    /// <summary>Finds the numbers at the beginning; incomplete when there is none, or nothing after a dot.</summary>
    private static int CountNumbers(ref ReadOnlySpan<char> rest, scoped Span<Range> parts, out bool isComplete)
    {
        var start = 0;
        var count = 0;
        var text = rest;
        isComplete = false;
        while (count < MaxParts)
        {
            var length = CountDigits(text[start..]);
            if (length == 0)
            {
                return count;
            }

            parts[count++] = start..(start + length);
            start += length;
            if (count == MaxParts || start == text.Length || text[start] != '.')
            {
                break;
            }

            start++;
        }

        isComplete = true;
        rest = text[start..];
        return count;
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static VersionFault ReadNumbers(
        ReadOnlySpan<char> text, ReadOnlySpan<Range> parts, Span<VersionNumber> numbers, VersionSyntax syntax)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = VersionNumber.Read(text[parts[i]]);
            if (syntax.MaxNumber is { } limit && !numbers[i].IsAtMost(limit))
            {
                return VersionFault.TooBig;
            }
        }

        return VersionFault.None;
    }

    private static bool TryTakeTail(
        ReadOnlySpan<char> rest, out ReadOnlySpan<char> preRelease, out ReadOnlySpan<char> build)
    {
        var plus = rest.IndexOf('+');
        build = plus < 0 ? default : rest[(plus + 1)..];
        var head = plus < 0 ? rest : rest[..plus];
        preRelease = head.IsEmpty ? default : head[1..];
        return (head.IsEmpty || (head[0] == '-' && PreRelease.AreIdentifiers(preRelease)))
            && (plus < 0 || PreRelease.AreIdentifiers(build));
    }

    private static bool HasLeadingZero(ReadOnlySpan<char> preRelease)
    {
        foreach (var range in preRelease.Split('.'))
        {
            var identifier = preRelease[range];
            if (identifier.Length > 1 && identifier[0] == '0' && CountDigits(identifier) == identifier.Length)
            {
                return true;
            }
        }

        return false;
    }
}
