using ImageStreams.Serialization;

namespace ImageStreams.Patching;

/// <summary>Reads one level of the text of a set; the levels below stay text until their steps are asked for.</summary>
/// <remarks>So a change of one of many tags reads, and writes, little more than the names of the tags.</remarks>
internal static class FieldSetLevel
{
    /// <summary>Reads the steps of an object; null when it is none, or they are not in canonical order, or not valid.</summary>
    /// <param name="text">Valid and compact JSON.</param>
    public static FieldSetEntry[]? Find(ReadOnlyMemory<byte> text) => text.Span is [(byte)'{', ..] ? Read(text) : null;

    private static FieldSetEntry[]? Read(ReadOnlyMemory<byte> text)
    {
        var entries = new List<FieldSetEntry>();
        var scan = new FieldTextScan(text.Span);
        while (scan.TryReadName(out var name))
        {
            var start = scan.Position;
            if (!scan.TrySkipObject(out var hasSelf, out var hasSteps))
            {
                return null;
            }

            if (FieldTextScan.IsSelf(name))
            {
                continue;
            }

            var element = FieldElementText.Find(GoText.Decode(name, name.Contains((byte)'\\')));
            if (element is null || IsLate(element, entries))
            {
                return null;
            }

            var below = hasSteps ? FieldSet.FromText(text[start..scan.Position], hasSelf) : FieldSet.Empty;
            entries.Add(new FieldSetEntry(element, hasSelf || !hasSteps, below));
        }

        return [.. entries];
    }

    private static bool IsLate(FieldElement element, List<FieldSetEntry> before) =>
        before.Count > 0 && before[^1].Element.CompareTo(element) >= 0;
}
