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

    /// <summary>Gets a value indicating whether fields that a type does not have are kept and written again; true by
    /// default.</summary>
    /// <remarks>OpenShift's own types drop them: <c>false</c> gives the same result.</remarks>
    public bool KeepUnknownFields { get; init; } = true;

    /// <summary>
    /// Gets a value indicating whether an object of another kind or group than its type is refused; true by default.
    /// </summary>
    /// <remarks>With <c>false</c>, an object of any kind is read, as Go's decoder of a type does, which looks at no kind.</remarks>
    public bool CheckKind { get; init; } = true;

    /// <summary>
    /// Gets a value indicating whether fields that the API does not have and duplicate fields throw a
    /// <see cref="StrictFieldsException"/>; false by default.
    /// </summary>
    /// <remarks>Names are case-sensitive. The whole API of the kinds is known, whether or not a record has a field.</remarks>
    public bool Strict { get; init; }

    /// <summary>
    /// Gets a value indicating whether the case of names is ignored, as Go's own <c>encoding/json</c> does, which reads
    /// manifests.
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
