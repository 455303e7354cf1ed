using ImageStreams.Collections;

namespace ImageStreams.Manifests;

/// <summary>One change of an object: a value that is set, inserted or removed at a path.</summary>
/// <remarks>
/// <para>Paths are those of the object as it was loaded, such as <c>spec.tags[0].from.name</c> or
/// <c>metadata.annotations['a.b/c']</c>; an empty path is the object itself. A path may lead on into a JSON text that a field has,
/// such as the trigger annotation.</para>
/// <para>Immutable.</para>
/// </remarks>
public abstract record ManifestEdit
{
    private ManifestEdit()
    {
    }

    /// <summary>The path in the object.</summary>
    public required string Path
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }

    /// <summary>Creates an edit that sets a value, whether or not there is one.</summary>
    /// <param name="path">The path of the value; missing objects around it are created.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is absent.</exception>
    public static ManifestEdit Set(string path, RawJson value) => new Assignment { Path = path, Value = value };

    /// <summary>Creates an edit that inserts a value where there is none: the field of an object, or before an item of a list when the
    /// path ends with its index.</summary>
    /// <param name="path">The path of the value; missing objects around it are created.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is absent.</exception>
    public static ManifestEdit Insert(string path, RawJson value) => new Insertion { Path = path, Value = value };

    /// <summary>Creates an edit that inserts an item into a list.</summary>
    /// <param name="path">The path of the list, which is created when it is missing.</param>
    /// <param name="index">The index of the item that the new one is put before; <c>^0</c> for the end.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is absent.</exception>
    public static ManifestEdit Insert(string path, Index index, RawJson value) =>
        new Insertion { Path = path, Index = index, Value = value };

    /// <summary>Creates an edit that removes a field of an object or an item of a list.</summary>
    /// <param name="path">The path of the value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    public static ManifestEdit Remove(string path) => new Removal { Path = path };

    private static RawJson Require(RawJson value) =>
        value.IsAbsent ? throw new ArgumentException("There is no value; remove the field instead.", nameof(value)) : value;

    /// <summary>A value that is set.</summary>
    public sealed record Assignment : ManifestEdit
    {
        /// <summary>The value.</summary>
        public required RawJson Value { get; init => field = Require(value); }
    }

    /// <summary>A value that is inserted where there is none.</summary>
    public sealed record Insertion : ManifestEdit
    {
        /// <summary>The index in the list at the path; null when the path is that of the value itself.</summary>
        public Index? Index { get; init; }

        /// <summary>The value.</summary>
        public required RawJson Value { get; init => field = Require(value); }
    }

    /// <summary>A value that is removed.</summary>
    public sealed record Removal : ManifestEdit;
}
