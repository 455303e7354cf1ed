namespace ImageStreams.AspNetCore;

/// <summary>Answers the creation of a subresource, such as <c>buildconfigs/instantiate</c>.</summary>
internal delegate ValueTask<ServedAnswer> SubresourceAction(ResourceRequest request, CancellationToken cancellationToken);
