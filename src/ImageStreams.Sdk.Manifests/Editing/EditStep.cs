namespace ImageStreams.Manifests;

/// <summary>A value in which something is edited.</summary>
/// <param name="Edits">The edits.</param>
/// <param name="Node">The value.</param>
/// <param name="Slot">The offset after the colon or dash before the value; -1 when there is none.</param>
/// <param name="Depth">The nesting of the value.</param>
internal readonly record struct EditStep(EditNode Edits, int Node, int Slot, int Depth);
