using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Decides on who may see the status: this machine, unless somebody else was named.</summary>
internal static class StatusAccess
{
    /// <summary>The headers that proxies add, and those in which ASP.NET Core keeps what it replaced because of them.</summary>
    private static readonly string[] ProxyPrefixes =
        ["Forwarded", "X-Forwarded-", "X-Original-", "X-Real-IP", "X-Client-IP", "X-Envoy-", "CF-Connecting-IP", "True-Client-IP", "Via"];

    /// <summary>Determines whether a request may be answered.</summary>
    /// <remarks>Where the endpoint requires authorization, its policy has decided. Otherwise the caller, the name that it used and
    /// the lack of a proxy must all say that it is this machine: a page of another site could use a name of its own for it.</remarks>
    public static bool IsAllowed(HttpContext context, bool allowRemote) =>
        allowRemote
        || RequiresAuthorization(context)
        || (IsLocalCaller(context) && IsLocalName(context.Request.Host) && !IsPassedOn(context.Request) && !IsOfAnotherSite(context.Request));

    private static bool RequiresAuthorization(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        return metadata is not null
            && metadata.GetMetadata<IAllowAnonymous>() is null
            && (metadata.GetMetadata<IAuthorizeData>() is not null || metadata.GetMetadata<AuthorizationPolicy>() is not null);
    }

    /// <summary>Determines whether the caller is this machine; callers without an address come through a local socket.</summary>
    private static bool IsLocalCaller(HttpContext context) =>
        context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);

    private static bool IsLocalName(HostString name)
    {
        var host = name.Host.Trim('[', ']');
        return string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }

    /// <summary>Determines whether a proxy passed the request on: it says so, or it speaks HTTP 1.0, as nginx does unless told
    /// otherwise, and no browser.</summary>
    private static bool IsPassedOn(HttpRequest request) =>
        HttpProtocol.IsHttp10(request.Protocol)
        || request.Headers.Keys.Any(static header => ProxyPrefixes.Any(prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Determines whether a script of another site asks, which the application's own CORS policy might let read the
    /// answer.</summary>
    private static bool IsOfAnotherSite(HttpRequest request) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin
        && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
