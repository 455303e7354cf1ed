using System.Net;

namespace ImageStreams.Registries;

/// <summary>Follows redirects, as registries answer for blobs they keep elsewhere.</summary>
/// <remarks>The authorisation goes to the registry's own scheme, host and port and nowhere else.</remarks>
internal sealed class RedirectFollower(HttpExchange exchange, int maxRedirects)
{
    public async Task<RegistryResponse> FollowRedirectsAsync(
        RequestLine line, RegistryEndpoint endpoint, CancellationToken cancellationToken)
    {
        var (call, home) = (line.Call, line.Uri);
        for (var hops = 0; ; hops++)
        {
            var atHome = IsSameOrigin(line.Uri, home);
            line = line with { IsToOtherHost = !atHome };
            var target = atHome ? endpoint : RegistryEndpoint.FromUri(line.Uri, call.Repository.Insecure);
            var message = await exchange
                .SendAsync(line, target, atHome ? line.Authorization?.Header : null, cancellationToken)
                .ConfigureAwait(false);
            if (!IsRedirect(message))
            {
                return new RegistryResponse(line, message) { Source = GetSource(call, endpoint) };
            }

            using (message)
            {
                line = line with { Uri = GetNext(line, message, hops) };
            }
        }
    }

    private static ServingRegistry GetSource(RegistryCall call, RegistryEndpoint endpoint) => new()
    {
        Registry = endpoint.Host,
        Repository = call.Repository.Name,
        Transport = endpoint.Transport,
    };

    private Uri GetNext(RequestLine line, HttpResponseMessage message, int hops)
    {
        if (hops >= maxRedirects)
        {
            throw RegistryClientErrors.TooManyRedirects(line, maxRedirects);
        }

        if (message.Headers.Location is not { } location
            || !Uri.TryCreate(line.Uri, location, out var next)
            || next.Scheme is not ("http" or "https")
            || next.UserInfo.Length > 0)
        {
            throw RegistryClientErrors.RedirectWithoutLocation(line);
        }

        return next.Scheme == "http" && line.Uri.Scheme == "https" && !line.Call.Repository.Insecure
            ? throw RegistryClientErrors.RedirectToHttp(line, next.Authority)
            : next;
    }

    private static bool IsRedirect(HttpResponseMessage message) => message.StatusCode
        is HttpStatusCode.MovedPermanently
        or HttpStatusCode.Found
        or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect
        or HttpStatusCode.PermanentRedirect;

    private static bool IsSameOrigin(Uri left, Uri right) =>
        left.Scheme == right.Scheme
        && left.Port == right.Port
        && string.Equals(left.Host, right.Host, StringComparison.OrdinalIgnoreCase);
}
