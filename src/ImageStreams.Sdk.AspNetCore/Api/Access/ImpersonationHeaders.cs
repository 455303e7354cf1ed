using ImageStreams.Clients;
using ImageStreams.Collections;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the headers by which a request asks for the rights of another user.</summary>
internal static class ImpersonationHeaders
{
    private const string User = "Impersonate-User";
    private const string Uid = "Impersonate-Uid";
    private const string Group = "Impersonate-Group";
    private const string ExtraPrefix = "Impersonate-Extra-";

    /// <summary>Finds the user as the headers name it, without further groups; null when they name none.</summary>
    /// <exception cref="ApiException">There are groups, a UID or extras, but no user.</exception>
    public static ApiUser? Find(IHeaderDictionary headers)
    {
        var name = headers[User] is [var first, ..] ? first ?? "" : "";
        var uid = headers[Uid] is [var firstUid, ..] ? firstUid ?? "" : "";
        var hasExtra = headers.Keys.Any(static key => key.StartsWith(ExtraPrefix, StringComparison.OrdinalIgnoreCase));
        if (name.Length > 0)
        {
            var groups = headers[Group].OfType<string>().ToValueList();
            return new ApiUser { Name = name, Uid = uid, Groups = groups, Extra = HeaderExtras.Read(headers, ExtraPrefix) };
        }

        return uid.Length > 0 || hasExtra || headers.ContainsKey(Group)
            ? throw AccessErrors.BadRequest("requested groups, a UID or extras without impersonating a user name")
            : null;
    }
}
