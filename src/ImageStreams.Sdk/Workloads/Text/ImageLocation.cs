namespace ImageStreams.Workloads;

/// <summary>Where a container keeps its image, or would keep it.</summary>
/// <param name="Start">Where the image begins, at its quote.</param>
/// <param name="End">Where it ends, behind its quote; the same as the start where there is none yet.</param>
/// <param name="IsFirst">Whether an image that is not there yet would be the container's only field.</param>
internal readonly record struct ImageLocation(int Start, int End, bool IsFirst = false)
{
    /// <summary>The edit that puts an image here.</summary>
    /// <param name="image">The image as UTF-8, escaped, without quotes.</param>
    public JsonEdit ToEdit(ReadOnlySpan<byte> image) => new(Start, End, Start < End
        ? [(byte)'"', .. image, (byte)'"']
        : [.. IsFirst ? "\"image\":\""u8 : ",\"image\":\""u8, .. image, (byte)'"']);

    /// <summary>Where an image that was put here is, once all edits are made.</summary>
    public ImageLocation AfterEdit(ReadOnlySpan<byte> image, JsonEdits edits) =>
        new(edits.Shift(End) - image.Length - 2, edits.Shift(End));

    /// <summary>Where the place is after edits elsewhere.</summary>
    public ImageLocation After(JsonEdits edits) => new(edits.Shift(Start), edits.Shift(End), IsFirst);
}
