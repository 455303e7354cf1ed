using ImageStreams.AspNetCore;
using ImageStreams.Clients;

namespace Microsoft.AspNetCore.Http;

/// <summary>Finds the user of a request to a served API.</summary>
public static class ApiUserHttpContextExtensions
{
    /// <summary>Finds the user whose rights count in a request that the API admitted: the one that it impersonates, if any.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The user; null before the request was admitted, and of a request to something else.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    public static ApiUser? FindApiUser(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<IApiUserFeature>()?.User;
    }
}
