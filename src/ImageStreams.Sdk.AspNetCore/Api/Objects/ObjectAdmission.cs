using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>Decides on a write that is valid, before it is stored; dry runs ask as well.</summary>
/// <param name="next">The object as it is to be stored.</param>
/// <param name="old">The object that it replaces; null for a new one.</param>
/// <param name="request">The request.</param>
/// <param name="cancellationToken">A token to cancel the operation.</param>
/// <exception cref="ApiException">The write is refused.</exception>
internal delegate ValueTask ObjectAdmission(
    ClusterObject next, ClusterObject? old, ResourceRequest request, CancellationToken cancellationToken);
