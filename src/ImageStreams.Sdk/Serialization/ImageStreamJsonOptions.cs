namespace ImageStreams.Serialization;

/// <summary>How JSON is read.</summary>
/// <remarks>Immutable; one value serves any number of reads on any thread.</remarks>
public sealed record ImageStreamJsonOptions
{
    /// <summary>The default of <see cref="MaxDepth"/>.</summary>
    public const int DefaultMaxDepth = 512;

    /// <summary>Keeps unknown fields, is not strict, and nests at most <see cref="DefaultMaxDepth"/> deep.</summary>
    public static ImageStreamJsonOptions Default { get; } = new();

    /// <summary>Whether fields that a type does not know are kept and written again; true by default.</summary>
    /// <remarks>OpenShift's own types drop them: <c>false</c> gives its answer.</remarks>
    public bool KeepUnknownFields { get; init; } = true;

    /// <summary>
    /// Whether a field that the type does not know, or that occurs twice, is an error
    /// (<see cref="StrictFieldsException"/>); false by default.
    /// </summary>
    public bool Strict { get; init; }

    /// <summary>
    /// Whether names of fields match in any case, as in Go's own <c>encoding/json</c>, which reads manifests.
    /// </summary>
    internal bool IgnoreCase { get; init; }

    /// <summary>
    /// The deepest nesting of objects and arrays, from 1 up; <see cref="DefaultMaxDepth"/> by default.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxDepth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = DefaultMaxDepth;
}
