using System.Text;

namespace ImageStreams.Manifests;

/// <summary>Computes the lines that change from the patches of a text: linear in the text, as no lines but theirs are compared.</summary>
internal static class DiffChanges
{
    /// <summary>Finds the changes in their order.</summary>
    public static List<DiffChange> Find(string before, IReadOnlyList<TextPatch> patches)
    {
        var changes = new List<DiffChange>();
        var (line, counted) = (0, 0);
        for (var first = 0; first < patches.Count;)
        {
            var region = FindRegion(before, patches, first, out var next);
            line += before.AsSpan(counted, region.Start - counted).Count('\n');
            counted = region.Start;
            var after = Apply(before, region, patches, first, next);
            LineDiff.Add(changes, line, DiffLines.Split(before[region.Start..region.End]), DiffLines.Split(after));
            first = next;
        }

        return changes;
    }

    /// <summary>Finds the whole lines around a patch, and around all those after it that touch them.</summary>
    private static TextSpan FindRegion(string text, IReadOnlyList<TextPatch> patches, int first, out int next)
    {
        var start = FindLineStart(text, patches[first].Start);
        var end = FindLineEnd(text, patches[first].End);
        for (next = first + 1; next < patches.Count && patches[next].Start <= end; next++)
        {
            end = Math.Max(end, FindLineEnd(text, patches[next].End));
        }

        return new TextSpan(start, end);
    }

    private static int FindLineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    private static int FindLineEnd(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : text.Length;

    private static string Apply(string text, TextSpan region, IReadOnlyList<TextPatch> patches, int first, int next)
    {
        var result = new StringBuilder();
        var at = region.Start;
        for (var index = first; index < next; index++)
        {
            result.Append(text, at, patches[index].Start - at).Append(patches[index].Text);
            at = patches[index].End;
        }

        return result.Append(text, at, region.End - at).ToString();
    }
}
