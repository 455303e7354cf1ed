namespace ImageStreams.Workloads;

/// <summary>The location of a container's image in a JSON text, or the one at which it can be inserted.</summary>
/// <param name="Start">The offset of the opening quote.</param>
/// <param name="End">The offset after the closing quote; the same as the start when there is no image.</param>
/// <param name="IsFirst">True when an inserted image would be the only field of the container.</param>
internal readonly record struct ImageLocation(int Start, int End, bool IsFirst = false)
{
    /// <summary>Creates the edit that writes an image to this location.</summary>
    /// <param name="image">The image as UTF-8, escaped, without quotes.</param>
    public JsonEdit ToEdit(ReadOnlySpan<byte> image)
    {
        if (Start < End)
        {
            return new JsonEdit(Start, End, [(byte)'"', .. image, (byte)'"']);
        }

        var field = IsFirst ? "\"image\":\""u8 : ",\"image\":\""u8;
        return new JsonEdit(Start, End, [.. field, .. image, (byte)'"']);
    }

    /// <summary>Gets the location of an image that was written here, after all edits.</summary>
    public ImageLocation AfterEdit(ReadOnlySpan<byte> image, JsonEdits edits) =>
        new(edits.Shift(End) - image.Length - 2, edits.Shift(End));

    /// <summary>Gets the location after edits elsewhere.</summary>
    public ImageLocation After(JsonEdits edits) => new(edits.Shift(Start), edits.Shift(End), IsFirst);
}
