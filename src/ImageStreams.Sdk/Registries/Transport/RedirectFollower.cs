using System.Net;

namespace ImageStreams.Registries;

/// <summary>Follows redirects, which registries use for blobs that they store elsewhere.</summary>
/// <remarks>The authorization is sent only to the registry's own scheme, host and port.</remarks>
internal sealed class RedirectFollower(HttpExchange exchange, TransportCache transports, RegistryClientSettings settings)
{
    public async Task<RegistryResponse> FollowRedirectsAsync(
        RequestLine line, RegistryEndpoint endpoint, CancellationToken cancellationToken)
    {
        var call = line.Call;
        var home = line.Uri;
        var hops = 0;
        while (true)
        {
            var atHome = IsSameOrigin(line.Uri, home);
            line = line with { IsToOtherHost = !atHome };
            var target = atHome ? endpoint : settings.CreateEndpoint(line.Uri, call.Repository);
            var message = await exchange
                .SendAsync(line, target, atHome ? line.Authorization?.Header : null, cancellationToken)
                .ConfigureAwait(false);
            RememberTransport(call, target, atHome, message);
            if (!IsRedirect(message))
            {
                return new RegistryResponse(line, message) { Source = GetSource(call, endpoint) };
            }

            using (message)
            {
                line = line with { Uri = GetNext(line, message, hops) };
                hops++;
            }
        }
    }

    /// <summary>Records the transport over which the registry answered; TLS servers answer 400 to plain HTTP.</summary>
    private void RememberTransport(RegistryCall call, RegistryEndpoint endpoint, bool atHome, HttpResponseMessage message)
    {
        if (atHome && (endpoint.Transport != RegistryTransport.Http || message.StatusCode != HttpStatusCode.BadRequest))
        {
            transports.Remember(call.Repository, endpoint.Transport);
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
        if (hops >= settings.MaxRedirects)
        {
            throw RegistryClientErrors.TooManyRedirects(line, settings.MaxRedirects);
        }

        if (message.Headers.Location is not { } location
            || !Uri.TryCreate(line.Uri, location, out var next)
            || next.Scheme is not ("http" or "https")
            || next.UserInfo.Length > 0
            || HostNames.Get(next).Length == 0)
        {
            throw RegistryClientErrors.RedirectWithoutLocation(line);
        }

        if (next.Scheme == "http" && line.Uri.Scheme == "https" && !line.Call.Repository.Insecure)
        {
            throw RegistryClientErrors.RedirectToHttp(line, next.Authority);
        }

        return line.Call.Repository.BlockedHosts.Find(next) is { } scope
            ? throw RegistryClientErrors.RedirectBlocked(line, next.Authority, scope)
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
