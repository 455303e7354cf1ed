namespace ImageStreams.Schemas;

/// <summary>The type of a field's value: a <see cref="Value"/>, a <see cref="Struct"/>, a <see cref="Map"/> or a
/// <see cref="List"/>.</summary>
/// <remarks>Immutable; safe to share between threads. A schema contains no cycles.</remarks>
public abstract partial class FieldSchema
{
    private protected FieldSchema()
    {
    }
}
