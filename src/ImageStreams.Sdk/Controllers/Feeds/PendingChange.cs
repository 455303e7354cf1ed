using ImageStreams.Storage;

namespace ImageStreams.Controllers;

/// <summary>A change of an object that a reader has not read yet.</summary>
/// <param name="Place">Its place among the others.</param>
internal sealed record PendingChange<T>(LinkedListNode<ObjectKey?> Place)
    where T : ApiObject
{
    /// <summary>The object as it is now; null when it is deleted.</summary>
    public T? Current { get; init; }

    /// <summary>The object as it was when it was deleted, also when another one has its name now.</summary>
    public T? Deleted { get; init; }
}
