namespace ImageStreams.Clients;

/// <summary>Provides the user of the current request of an embedded client.</summary>
/// <remarks>
/// Called once for each question about access or limits, on any thread, within the execution context of the request, so that
/// an <see cref="AsyncLocal{T}"/> can hold the user. Called concurrently; nothing is cached. An exception ends the request,
/// and its caller receives it unchanged.
/// </remarks>
public interface IRequestUsers
{
    /// <summary>Gets the user of the current request.</summary>
    /// <returns>The user.</returns>
    ApiUser GetUser();
}
