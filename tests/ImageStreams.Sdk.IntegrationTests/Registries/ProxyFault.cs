using System.Net;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>The fault that a proxy injects into an answer of the registry behind it.</summary>
public abstract record ProxyFault
{
    private ProxyFault()
    {
    }

    /// <summary>True when only answers with a body can have it.</summary>
    internal bool IsInBody => this is ResetsInBody or EndsEarly or Truncates or Corrupts or HangsInBody or Drips;

    /// <summary>True when only a time limit ends the wait for the answer.</summary>
    internal bool IsEndless => this is Hangs or HangsInBody or Drips;

    internal abstract Task AnswerAsync(ProxyExchange exchange);

    /// <summary>The answer comes late.</summary>
    public sealed record Delayed(TimeSpan Delay) : ProxyFault
    {
        internal override async Task AnswerAsync(ProxyExchange exchange)
        {
            await Task.Delay(Delay, exchange.GaveUp);
            await exchange.PassAsync();
        }
    }

    /// <summary>The connection breaks before the answer.</summary>
    public sealed record HangsUp : ProxyFault
    {
        internal override Task AnswerAsync(ProxyExchange exchange)
        {
            exchange.HangUp();
            return Task.CompletedTask;
        }
    }

    /// <summary>The connection is reset in the middle of the body.</summary>
    public sealed record ResetsInBody : ProxyFault
    {
        internal override async Task AnswerAsync(ProxyExchange exchange)
        {
            await SendHalfAsync(exchange);
            exchange.HangUp();
        }
    }

    /// <summary>The body ends, and with it the connection, before the announced length.</summary>
    public sealed record EndsEarly : ProxyFault
    {
        internal override Task AnswerAsync(ProxyExchange exchange) => SendHalfAsync(exchange);
    }

    /// <summary>The body is cut short, and the announced length is the short one.</summary>
    public sealed record Truncates : ProxyFault
    {
        internal override async Task AnswerAsync(ProxyExchange exchange)
        {
            var body = await exchange.FetchAsync();
            exchange.Announce(body.Length / 2);
            await exchange.SendAsync(body.AsMemory(0, body.Length / 2));
        }
    }

    /// <summary>One bit of the body is another.</summary>
    public sealed record Corrupts : ProxyFault
    {
        internal override async Task AnswerAsync(ProxyExchange exchange)
        {
            var body = await exchange.FetchAsync();
            body[body.Length / 2] ^= 1;
            await exchange.SendAsync(body);
        }
    }

    /// <summary>The proxy answers instead of the registry.</summary>
    public sealed record Answers(HttpStatusCode Status, string Header = "", string Value = "") : ProxyFault
    {
        internal override Task AnswerAsync(ProxyExchange exchange)
        {
            exchange.Answer(Status, Header, Value);
            return Task.CompletedTask;
        }
    }

    /// <summary>The response redirects to the same path of another host.</summary>
    public sealed record Redirects(Uri To) : ProxyFault
    {
        internal override Task AnswerAsync(ProxyExchange exchange)
        {
            exchange.Answer(HttpStatusCode.TemporaryRedirect, "Location", new Uri(To, exchange.PathAndQuery).ToString());
            return Task.CompletedTask;
        }
    }

    /// <summary>There is no answer until the client gives up.</summary>
    public sealed record Hangs : ProxyFault
    {
        internal override Task AnswerAsync(ProxyExchange exchange) => exchange.HangAsync();
    }

    /// <summary>The second half of the body does not come until the client gives up.</summary>
    public sealed record HangsInBody : ProxyFault
    {
        internal override async Task AnswerAsync(ProxyExchange exchange)
        {
            await SendHalfAsync(exchange);
            await exchange.HangAsync();
        }
    }

    /// <summary>The body comes byte by byte.</summary>
    public sealed record Drips(TimeSpan Pause) : ProxyFault
    {
        internal override async Task AnswerAsync(ProxyExchange exchange)
        {
            var body = await exchange.FetchAsync();
            for (var i = 0; i < body.Length; i++)
            {
                await exchange.SendAsync(body.AsMemory(i, 1));
                await Task.Delay(Pause, exchange.GaveUp);
            }
        }
    }

    private static async Task SendHalfAsync(ProxyExchange exchange)
    {
        var body = await exchange.FetchAsync();
        await exchange.SendAsync(body.AsMemory(0, body.Length / 2));
    }
}
