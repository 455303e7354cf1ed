using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>Writes what <c>pin</c> found.</summary>
internal static class PinWriter
{
    /// <summary>Writes the names that have no digest, and the numbers.</summary>
    public static void WriteText(TextOutput output, ValueList<PinItem> items)
    {
        foreach (var item in items.Where(item => item.After is null))
        {
            output.Write($"{item.Place}: ", Tone.Strong);
            output.Write(item.IsPinned ? "not checked" : "not pinned", Tone.Warning);
            output.WriteLine($": '{item.Before}': {item.Reason}");
        }

        var open = items.Where(item => !item.IsPinned).ToList();
        var known = open.Count(item => item.After is not null);
        output.WriteLine($"{known} of {ToolText.Count(open.Count, "name")} without a digest can be pinned", Tone.Strong);
        var moved = items.Count(item => item is { IsPinned: true, After: not null });
        if (moved > 0)
        {
            output.WriteLine($"{ToolText.Count(moved, "pinned name")} moved to the newer image of the tag", Tone.Strong);
        }
    }

    /// <summary>Writes what was found as JSON.</summary>
    public static void WriteJson(ToolEnvironment environment, ValueList<PinItem> items) =>
        JsonOutput.Write(environment, "pin", writer => writer.WriteArray("images", items, (json, item) =>
        {
            json.WriteString("kind", ToolText.ToCamelCase(item.Kind.ToString()));
            json.WriteString("before", item.Before);
            json.WriteString("after", item.After);
            json.WriteString("reason", item.Reason);
            json.WriteString("object", item.Source?.ToString());
            json.WriteString("path", item.Path);
            json.WritePlace("place", item.Place);
        }));
}
