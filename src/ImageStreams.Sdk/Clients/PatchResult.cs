namespace ImageStreams.Clients;

/// <summary>The outcome of a patch.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
public sealed record PatchResult<T>
    where T : ApiObject
{
    /// <summary>The object as it is stored.</summary>
    public required T Object { get; init; }

    /// <summary>Gets a value indicating whether the object did not exist: an apply creates it, as does a patch of a tag.</summary>
    public bool Created { get; init; }
}
