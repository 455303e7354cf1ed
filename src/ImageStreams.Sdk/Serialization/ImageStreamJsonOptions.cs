namespace ImageStreams.Serialization;

/// <summary>Options for reading JSON.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record ImageStreamJsonOptions
{
    /// <summary>The default of <see cref="MaxDepth"/>: 512 levels.</summary>
    public const int DefaultMaxDepth = 512;

    /// <summary>The default of <see cref="MaxStreamBytes"/>: 64 MiB.</summary>
    public const int DefaultMaxStreamBytes = 64 * 1024 * 1024;

    /// <summary>The default options: keep unknown fields, accept duplicates, and the default limits.</summary>
    public static ImageStreamJsonOptions Default { get; } = new();

    /// <summary>True to keep the fields that a type does not have, and to write them again; true by default.</summary>
    /// <remarks>OpenShift's own types drop them: <c>false</c> gives the same result.</remarks>
    public bool KeepUnknownFields { get; init; } = true;

    /// <summary>
    /// True to throw a <see cref="StrictFieldsException"/> for fields that the type does not have, and for duplicate
    /// fields; false by default.
    /// </summary>
    public bool Strict { get; init; }

    /// <summary>
    /// True to ignore the case of names, as Go's own <c>encoding/json</c> does, which reads manifests.
    /// </summary>
    internal bool IgnoreCase { get; init; }

    /// <summary>
    /// The maximum nesting of objects and arrays, from 1 up; <see cref="DefaultMaxDepth"/> by default.
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

    /// <summary>
    /// The maximum number of bytes to read from a stream, from 1 up; <see cref="DefaultMaxStreamBytes"/> by default.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxStreamBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = DefaultMaxStreamBytes;
}
