using ImageStreams.AspNetCore;

namespace ImageStreams.Tool;

/// <summary>Lets those in who have the token, and nobody else.</summary>
internal static class ServedAccess
{
    private const string Administrator = "system:admin";
    private const string Administrators = "system:masters";

    /// <summary>Makes the owner of a token the administrator.</summary>
    public static void Configure(ImageApiAccessOptions access, string token)
    {
        access.Authorization = ApiAuthorization.Rbac;
        access.Tokens.Add(new ApiTokenOptions { Token = token, User = Administrator, Groups = { Administrators } });
    }
}
