using Microsoft.Extensions.Options;

namespace ImageStreams.AspNetCore;

/// <summary>Finds access options that contradict each other or are incomplete.</summary>
internal static class ImageApiAccessChecks
{
    private const int HashDigits = 64;

    /// <exception cref="OptionsValidationException">An option is not valid.</exception>
    public static void ThrowIfAny(ImageApiAccessOptions options) =>
        OptionProblems.ThrowIfAny<ImageApiAccessOptions>(Collect(options).Concat(options.Tokens.SelectMany(CollectToken)).Concat(CollectBindings(options)));

    private static IEnumerable<string> Collect(ImageApiAccessOptions options)
    {
        var isDecided = options.Authorization != ApiAuthorization.Unset || options.GetAuthorizer is not null;
        if (options.HasLogin && !isDecided)
        {
            yield return "Authorization must be set when users log in: Rbac, AllowAll, or an authorizer of your own.";
        }

        if (options.AllowRemoteWithoutLogin && options.HasLogin)
        {
            yield return "AllowRemoteWithoutLogin has no meaning when users log in.";
        }

        if (options.AllowAnonymous && (!options.HasLogin || !isDecided || options.Authorization == ApiAuthorization.AllowAll))
        {
            yield return "AllowAnonymous needs a way of logging in, and rights: Rbac, or an authorizer of your own.";
        }

        if (options.RequestHeaders is { IsOn: true, GetCurrent: null, AllowsAnyName: false, AllowedNames.Count: 0 })
        {
            yield return "RequestHeaders.AllowedNames must have the name of the aggregator's certificate.";
        }

        if (options.RequestHeaders is { IsOn: true } headers && GetNames(headers).Any(string.IsNullOrEmpty))
        {
            yield return "RequestHeaders must have names of headers: UserHeader, UidHeader, GroupHeader and ExtraPrefix.";
        }

        if (options.RoleBindings.Count > 0 && options.Authorization != ApiAuthorization.Rbac)
        {
            yield return "RoleBindings need the authorization Rbac.";
        }
    }

    private static string[] GetNames(RequestHeaderLoginOptions headers) =>
        [headers.UserHeader, headers.UidHeader, headers.GroupHeader, headers.ExtraPrefix];

    private static IEnumerable<string> CollectToken(ApiTokenOptions token, int index)
    {
        if (string.IsNullOrEmpty(token.User))
        {
            yield return FormattableString.Invariant($"Tokens[{index}].User must be set.");
        }

        if (string.IsNullOrEmpty(token.Token) == string.IsNullOrEmpty(token.Sha256))
        {
            yield return FormattableString.Invariant($"Tokens[{index}] must have either Token or Sha256.");
        }

        if (!string.IsNullOrEmpty(token.Sha256) && (token.Sha256.Length != HashDigits || !token.Sha256.All(char.IsAsciiHexDigit)))
        {
            yield return FormattableString.Invariant($"Tokens[{index}].Sha256 must have 64 hexadecimal digits.");
        }
    }

    private static IEnumerable<string> CollectBindings(ImageApiAccessOptions options) => options.RoleBindings
        .Select(static (binding, index) => (Binding: binding, Index: index))
        .Where(static one => string.IsNullOrEmpty(one.Binding.Role) || one.Binding.Users.Count + one.Binding.Groups.Count == 0)
        .Select(static one => FormattableString.Invariant($"RoleBindings[{one.Index}] must have a role, and a user or a group."));
}
