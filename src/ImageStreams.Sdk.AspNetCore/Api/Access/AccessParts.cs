using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.AspNetCore;

/// <summary>Creates the parts that decide on access from their options.</summary>
internal static class AccessParts
{
    /// <summary>Creates the gate of an API.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is not valid.</exception>
    public static ApiGate CreateGate(ImageApiAccessOptions options, IServiceProvider services)
    {
        ImageApiAccessChecks.ThrowIfAny(options);
        var authorizer = CreateAuthorizer(options, services);
        return new ApiGate(CreateLogin(options, services.GetService<TimeProvider>() ?? TimeProvider.System), new ApiImpersonation(authorizer), authorizer);
    }

    private static IApiAuthorizer CreateAuthorizer(ImageApiAccessOptions options, IServiceProvider services)
    {
        if (options.GetAuthorizer is { } get)
        {
            return get();
        }

        return options.Authorization == ApiAuthorization.Rbac ? CreateRbac(options, services) : AllowAllAuthorizer.Instance;
    }

    private static RbacAuthorizer CreateRbac(ImageApiAccessOptions options, IServiceProvider services)
    {
        var policy = services.GetService<RbacPolicy>() ?? RbacPolicy.CreateDefault();
        for (var i = 0; i < options.RoleBindings.Count; i++)
        {
            policy.Set(options.RoleBindings[i].ToBinding(i));
        }

        return new RbacAuthorizer(policy);
    }

    private static IApiLogin CreateLogin(ImageApiAccessOptions options, TimeProvider timeProvider) => options.HasLogin
        ? new CombinedLogin([.. CreateMethods(options, timeProvider)], options.AllowAnonymous)
        : new LocalAdminLogin(options.AllowRemoteWithoutLogin);

    private static IEnumerable<ILoginMethod> CreateMethods(ImageApiAccessOptions options, TimeProvider timeProvider)
    {
        if (options.RequestHeaders is { IsOn: true } headers)
        {
            yield return RequestHeaderLogin.Create(headers, timeProvider);
        }

        if (options.ClientCertificates is { IsOn: true } certificates)
        {
            yield return new CertificateLogin(CertificateVerifier.Create(certificates.GetAuthorities, certificates.AuthorityFile, timeProvider));
        }

        if (options.Tokens.Count > 0)
        {
            yield return new TokenLogin(options.Tokens);
        }

        if (options.GetTokenReviewer is { } getReviewer)
        {
            yield return new ReviewedTokenLogin(getReviewer());
        }

        if (options.AspNetCore.Enabled)
        {
            yield return new AspNetCoreLogin(options.AspNetCore);
        }
    }
}
