using System.Globalization;
using System.Text;
using ImageStreams.Collections;
using ImageStreams.Internal;

namespace ImageStreams.Graphs;

/// <summary>Formats the impact of a change for people.</summary>
internal static class ImpactTexts
{
    private const int MaxUnknown = 3;

    public static string Format(TagImpact impact)
    {
        var text = new StringBuilder();
        if (impact.Moved.IsEmpty)
        {
            return $"Nothing moved: {FormatUnknown(impact)}";
        }

        text.Append(CultureInfo.InvariantCulture, $"{ListText.Format(impact.Moved, "and")} moved: ");
        text.Append(CultureInfo.InvariantCulture, $"{Quantity.Format(impact.Builds, "build")}, ");
        text.Append(CultureInfo.InvariantCulture, $"{Quantity.Format(impact.Rollouts, "rollout")}, ");
        text.Append(Quantity.Format(impact.Tags, "tag"));
        foreach (var wave in impact.Waves)
        {
            Append(text, wave.Number == 0 ? "at once" : $"wave {wave.Number}", wave.Items);
        }

        Append(text, "cut off by a pause", impact.CutOffByPause);
        Append(text, "only by hand", impact.Manual);
        return impact.Unknown.IsEmpty ? text.ToString() : $"{text}\nunknown:\n  {ListUnknown(impact, "\n  ")}";
    }

    private static string FormatUnknown(TagImpact impact) =>
        impact.Unknown.IsEmpty ? "no tag was given." : ListUnknown(impact, "\n");

    /// <summary>Lists the first unknown names only, because similar names are searched for each in the whole graph.</summary>
    private static string ListUnknown(TagImpact impact, string separator)
    {
        var text = string.Join(separator, impact.Unknown.Take(MaxUnknown));
        return impact.Unknown.Count > MaxUnknown ? $"{text}{separator}and {impact.Unknown.Count - MaxUnknown} more" : text;
    }

    private static void Append(StringBuilder text, string title, ValueList<ImpactItem> items)
    {
        if (items.IsEmpty)
        {
            return;
        }

        text.Append('\n').Append(title).Append(':');
        foreach (var item in items)
        {
            text.Append("\n  ").Append(item).Append(item.IsInLoop ? ", repeatedly" : "");
        }
    }
}
