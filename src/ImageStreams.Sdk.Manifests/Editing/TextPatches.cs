using System.Text;

namespace ImageStreams.Manifests;

/// <summary>Collects the patches of one text.</summary>
internal sealed class TextPatches
{
    private readonly List<TextPatch> _patches = [];

    /// <summary>Adds a patch, unless it changes nothing.</summary>
    public void Add(int start, int end, string text, int depth)
    {
        if (end > start || text.Length > 0)
        {
            _patches.Add(new TextPatch(start, end, text, depth));
        }
    }

    public void AddRange(IEnumerable<TextPatch> patches) => _patches.AddRange(patches);

    /// <summary>Gets a value indicating whether a patch takes the place of what is at an offset.</summary>
    public bool Covers(int offset) => _patches.Exists(patch => patch.Start <= offset && offset < patch.End);

    /// <summary>Sorts the patches by their places: insertions before what is replaced there, the innermost first.</summary>
    public List<TextPatch> ToSorted() =>
        [.. _patches.OrderBy(patch => patch.Start).ThenBy(patch => patch.End > patch.Start).ThenByDescending(patch => patch.Depth)];

    /// <summary>Applies sorted patches; null when they overlap.</summary>
    public static string? Apply(string text, IReadOnlyList<TextPatch> sorted)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var patch in sorted)
        {
            if (patch.Start < at)
            {
                return null;
            }

            result.Append(text, at, patch.Start - at).Append(patch.Text);
            at = patch.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }
}
