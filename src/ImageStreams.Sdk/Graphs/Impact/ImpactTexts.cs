using System.Globalization;
using System.Text;
using ImageStreams.Collections;
using ImageStreams.Internal;

namespace ImageStreams.Graphs;

/// <summary>Formats the impact of a change for people.</summary>
internal static class ImpactTexts
{
    public static string Format(TagImpact impact)
    {
        var text = new StringBuilder();
        if (impact.Moved.IsEmpty)
        {
            return $"Nothing moved: {FormatUnknown(impact)}";
        }

        text.Append(CultureInfo.InvariantCulture, $"{string.Join(", ", impact.Moved)} moved: ");
        text.Append(CultureInfo.InvariantCulture, $"{Quantity.Format(impact.Builds, "build")}, ");
        text.Append(CultureInfo.InvariantCulture, $"{Quantity.Format(impact.Rollouts, "rollout")}, ");
        text.Append(Quantity.Format(impact.Tags, "tag"));
        foreach (var wave in impact.Waves)
        {
            Append(text, wave.Number == 0 ? "at once" : $"wave {wave.Number}", wave.Items);
        }

        Append(text, "cut off by a pause", impact.CutOffByPause);
        Append(text, "only by hand", impact.Manual);
        return impact.Unknown.IsEmpty ? text.ToString() : $"{text}\nunknown:\n  {string.Join("\n  ", impact.Unknown)}";
    }

    private static string FormatUnknown(TagImpact impact) =>
        impact.Unknown.IsEmpty ? "no tag was given." : string.Join("\n", impact.Unknown);

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
