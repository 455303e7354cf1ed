using System.Net;

namespace ImageStreams.Registries;

/// <summary>Follows redirects, as registries answer for blobs they keep elsewhere.</summary>
/// <remarks>The authorisation goes to the registry's own scheme, host and port and nowhere else.</remarks>
internal sealed class RedirectFollower(HttpExchange exchange, int maxRedirects)
{
    public async Task<RegistryResponse> SendAsync(
        RequestLine line, RegistryEndpoint endpoint, CancellationToken cancellationToken)
    {
        var (call, home) = (line.Call, line.Uri);
        for (var hops = 0; ; hops++)
        {
            var atHome = IsSameOrigin(line.Uri, home);
            line = line with { LeftHost = !atHome };
            var target = atHome ? endpoint : RegistryEndpoint.Of(line.Uri, call.Repository.Insecure);
            var message = await exchange
                .SendAsync(line, target, atHome ? line.Authorization?.Header : null, cancellationToken)
                .ConfigureAwait(false);
            if (!IsRedirect(message))
            {
                return new RegistryResponse(line, message) { Source = SourceOf(call, endpoint) };
            }

            using (message)
            {
                line = line with { Uri = Next(line, message, hops) };
            }
        }
    }

    private static RegistrySource SourceOf(RegistryCall call, RegistryEndpoint endpoint) => new()
    {
        Registry = endpoint.Host,
        Repository = call.Repository.Name,
        Transport = endpoint.Transport,
    };

    private Uri Next(RequestLine line, HttpResponseMessage message, int hops)
    {
        if (hops >= maxRedirects)
        {
            throw RegistryFaults.TooManyRedirects(line, maxRedirects);
        }

        if (message.Headers.Location is not { } location
            || !Uri.TryCreate(line.Uri, location, out var next)
            || next.Scheme is not ("http" or "https")
            || next.UserInfo.Length > 0)
        {
            throw RegistryFaults.RedirectNowhere(line);
        }

        return next.Scheme == "http" && line.Uri.Scheme == "https" && !line.Call.Repository.Insecure
            ? throw RegistryFaults.RedirectToHttp(line, next.Authority)
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
