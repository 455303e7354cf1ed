using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>One way of logging in.</summary>
internal interface ILoginMethod
{
    /// <summary>Looks for credentials of its kind in a request.</summary>
    ValueTask<LoginResult> TryAsync(HttpContext context);
}
