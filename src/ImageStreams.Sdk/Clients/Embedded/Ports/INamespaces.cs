namespace ImageStreams.Clients;

/// <summary>Provides the states of the namespaces of an embedded client's cluster.</summary>
/// <remarks>
/// Asked before an object is created in a namespace; reads, updates and deletions do not ask. Called concurrently; states are
/// not cached. An exception ends the request, and its caller receives it unchanged.
/// </remarks>
public interface INamespaces
{
    /// <summary>Gets the state of a namespace.</summary>
    /// <param name="name">The namespace's name.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The state.</returns>
    ValueTask<NamespaceState> GetStateAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Gets the state of a namespace for a dry run, after which nothing may be created.</summary>
    /// <param name="name">The namespace's name.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The state; by default, that of <see cref="GetStateAsync"/>.</returns>
    ValueTask<NamespaceState> PeekStateAsync(string name, CancellationToken cancellationToken = default) =>
        GetStateAsync(name, cancellationToken);
}
