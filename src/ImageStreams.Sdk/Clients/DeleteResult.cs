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
        /// <summary>The object as it was.</summary>
        public required T Object { get; init; }

        /// <summary>Returns a short text, such as <c>Deleted shop/ruby</c>.</summary>
        public override string ToString() => $"Deleted {Object.Namespace}/{Object.Name}";
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
