namespace ImageStreams.Patching;

/// <summary>The kinds of a <see cref="FieldElement"/>, in their order.</summary>
internal enum FieldElementKind
{
    Field,
    Keys,
    Value,
    Index,
}
