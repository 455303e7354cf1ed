namespace ImageStreams.Clients;

/// <summary>The result of a deletion.</summary>
/// <typeparam name="T">The object's type.</typeparam>
public abstract record DeleteResult<T>
    where T : ApiObject
{
    private DeleteResult()
    {
    }

    /// <summary>The object is deleted.</summary>
    public sealed record Deleted : DeleteResult<T>
    {
        /// <summary>The object's name.</summary>
        public required string Name { get; init; }

        /// <summary>The UID of the object; null where the API server does not tell it.</summary>
        public string? Uid { get; init; }

        /// <summary>The object as it was; null where the API server answers with its name and UID only, as real ones do.</summary>
        public T? Object { get; init; }

        /// <summary>Returns a short text, such as <c>Deleted ruby</c>.</summary>
        public override string ToString() => $"Deleted {Name}";
    }

    /// <summary>The object has finalizers: it is marked, and is deleted when the last of them is removed.</summary>
    public sealed record Finalizing : DeleteResult<T>
    {
        /// <summary>The object as it is, with its <c>metadata.deletionTimestamp</c>.</summary>
        public required T Object { get; init; }

        /// <summary>Returns a short text, such as <c>Finalizing shop/ruby</c>.</summary>
        public override string ToString() => $"Finalizing {Object.Namespace}/{Object.Name}";
    }
}
