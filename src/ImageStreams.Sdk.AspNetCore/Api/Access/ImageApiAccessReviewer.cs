using ImageStreams.Clients;
using ImageStreams.Lifecycle;

namespace ImageStreams.AspNetCore;

/// <summary>Lets the authorizer of a served API decide on the access that the engine behind it reviews: to imports, and to the images
/// of other namespaces.</summary>
/// <remarks>Given to <see cref="EmbeddedImageStreamOptions.GetAccessReviewer"/>.</remarks>
public sealed class ImageApiAccessReviewer : IAccessReviewer
{
    private const string ImageGroup = "image.openshift.io";

    private readonly IApiAuthorizer _authorizer;

    /// <summary>Creates the reviewer.</summary>
    /// <param name="authorizer">The authorizer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="authorizer"/> is null.</exception>
    public ImageApiAccessReviewer(IApiAuthorizer authorizer)
    {
        ArgumentNullException.ThrowIfNull(authorizer);
        _authorizer = authorizer;
    }

    /// <summary>Reviews one access.</summary>
    /// <param name="request">The access.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public ValueTask<AccessDecision> ReviewAsync(AccessRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);

        var slash = request.Resource.IndexOf('/', StringComparison.Ordinal);
        var access = new ApiAccess
        {
            User = request.User,
            Verb = request.Verb,
            Group = ImageGroup,
            Resource = slash < 0 ? request.Resource : request.Resource[..slash],
            Subresource = slash < 0 ? "" : request.Resource[(slash + 1)..],
            Namespace = request.Namespace,
            Name = request.Name,
        };
        return _authorizer.AuthorizeAsync(access, cancellationToken);
    }
}
