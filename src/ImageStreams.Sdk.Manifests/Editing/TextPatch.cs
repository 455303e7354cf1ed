namespace ImageStreams.Manifests;

/// <summary>A part of a text that another text takes the place of.</summary>
/// <param name="Start">The first character that is replaced.</param>
/// <param name="End">The end, exclusive; the start when the text is inserted.</param>
/// <param name="Text">The new text.</param>
/// <param name="Depth">The nesting of the value: of texts that are inserted at one place, the innermost comes first.</param>
internal readonly record struct TextPatch(int Start, int End, string Text, int Depth);
