using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Logs users in by the headers of an aggregator, once its certificate is verified.</summary>
/// <param name="getHeaders">Returns the headers as they are now; null while no aggregator is known.</param>
internal sealed class RequestHeaderLogin(Func<AggregatorHeaders?> getHeaders) : ILoginMethod
{
    /// <summary>Creates the way of logging in by options that stay, or by those that a function returns.</summary>
    public static RequestHeaderLogin Create(RequestHeaderLoginOptions options, TimeProvider timeProvider)
    {
        if (options.GetCurrent is { } getCurrent)
        {
            return new RequestHeaderLogin(new CurrentHeaders(getCurrent, timeProvider).Get);
        }

        var headers = CreateHeaders(options, timeProvider);
        return new RequestHeaderLogin(() => headers);
    }

    public async ValueTask<LoginResult> TryAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (getHeaders() is not { } aggregator || aggregator.FindUser(headers) is not { } user)
        {
            return LoginResult.None;
        }

        // Headers of somebody else are no credentials at all: they must neither help nor hurt.
        var certificate = await context.Connection.GetClientCertificateAsync(context.RequestAborted).ConfigureAwait(false);
        return certificate is not null && aggregator.Trusts(certificate)
            ? LoginResult.Found(aggregator.CreateUser(user, headers))
            : LoginResult.None;
    }

    private static AggregatorHeaders CreateHeaders(RequestHeaderLoginOptions options, TimeProvider timeProvider) =>
        new(options, CertificateVerifier.Create(options.GetAuthorities, options.AuthorityFile, timeProvider));

    /// <summary>The headers of options that change: read anew when they are others.</summary>
    private sealed class CurrentHeaders(Func<RequestHeaderLoginOptions?> getCurrent, TimeProvider timeProvider)
    {
        private State? _state;

        public AggregatorHeaders? Get()
        {
            if (getCurrent() is not { } options)
            {
                return null;
            }

            var state = _state;
            if (!ReferenceEquals(state?.Options, options))
            {
                _state = state = new State(options, CreateHeaders(options, timeProvider));
            }

            return state!.Headers;
        }

        private sealed record State(RequestHeaderLoginOptions Options, AggregatorHeaders Headers);
    }
}
