namespace ImageStreams.Clients;

/// <summary>What became of the wish to delete an object.</summary>
/// <typeparam name="T">The object's kind.</typeparam>
public abstract record DeleteResult<T>
    where T : ApiObject
{
    private DeleteResult()
    {
    }

    /// <summary>The object is gone.</summary>
    public sealed record Deleted : DeleteResult<T>
    {
        /// <summary>The object as it was.</summary>
        public required T Object { get; init; }
    }

    /// <summary>Finalizers hold the object; it is marked and goes when the last of them does.</summary>
    public sealed record Finalizing : DeleteResult<T>
    {
        /// <summary>The object as it is, with the time of its deletion.</summary>
        public required T Object { get; init; }
    }
}
