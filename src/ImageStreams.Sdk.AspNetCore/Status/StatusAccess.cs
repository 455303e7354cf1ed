using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Decides on who may see the status: this machine, unless somebody else was named.</summary>
internal static class StatusAccess
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    /// <summary>Determines whether a request may be answered.</summary>
    /// <remarks>Where the endpoint requires authorization, its policy has decided. Otherwise the caller, the name that it used and
    /// the lack of a proxy must all say that it is this machine: a page of another site could use a name of its own for it.</remarks>
    public static bool IsAllowed(HttpContext context, bool allowRemote) =>
        allowRemote || RequiresAuthorization(context) || (IsLocalCaller(context) && IsLocalName(context.Request) && !IsPassedOn(context.Request));

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

    private static bool IsLocalName(HttpRequest request)
    {
        var host = request.Host.Host.Trim('[', ']');
        return string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }

    private static bool IsPassedOn(HttpRequest request) => ProxyHeaders.Any(request.Headers.ContainsKey);
}
