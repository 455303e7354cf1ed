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
        foreach (var region in new DiffRegions(before, patches).Find())
        {
            line += before.AsSpan(counted, region.Place.Start - counted).Count('\n');
            counted = region.Place.Start;
            var (removed, added) = (before[region.Place.Start..region.Place.End], Apply(before, region, patches));
            LineDiff.Add(changes, line, DiffLines.Split(removed), DiffLines.Split(added));
        }

        return changes;
    }

    private static string Apply(string text, DiffRegion region, IReadOnlyList<TextPatch> patches)
    {
        var result = new StringBuilder();
        var at = region.Place.Start;
        for (var index = region.First; index < region.Next; index++)
        {
            result.Append(text, at, patches[index].Start - at).Append(patches[index].Text);
            at = patches[index].End;
        }

        return result.Append(text, at, region.Place.End - at).ToString();
    }
}
