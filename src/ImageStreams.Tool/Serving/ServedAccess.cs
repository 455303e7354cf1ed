using ImageStreams.AspNetCore;
using ImageStreams.Kubernetes;

namespace ImageStreams.Tool;

/// <summary>Lets those in who have the token, or whom the API server in front knows, and nobody else.</summary>
internal static class ServedAccess
{
    private const string Administrator = "system:admin";
    private const string Administrators = "system:masters";

    /// <summary>Makes the owner of a token the administrator, and lets the users in whom the API server in front passes on.</summary>
    /// <param name="access">The options.</param>
    /// <param name="token">The token.</param>
    /// <param name="front">The API server in front, whose cluster decides on rights, and on whose bearer tokens are; null for none.</param>
    /// <param name="connection">The cluster; null for none.</param>
    /// <param name="timeProvider">The time provider.</param>
    public static void Configure(
        ImageApiAccessOptions access, string token, FrontProxy? front, ClusterConnection? connection, TimeProvider timeProvider)
    {
        access.Authorization = ApiAuthorization.Rbac;
        access.Tokens.Add(new ApiTokenOptions { Token = token, User = Administrator, Groups = { Administrators } });
        if (front is not null && connection is not null)
        {
            access.RequestHeaders.GetCurrent = front.GetCurrent;
            access.GetTokenReviewer = () => new ClusterTokens(connection, timeProvider);
            access.GetAuthorizer = () => new ClusterReviews(connection, timeProvider);
        }
    }
}
