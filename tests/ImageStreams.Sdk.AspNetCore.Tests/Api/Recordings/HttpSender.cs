using System.Net;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Sends recorded requests to the served API; where the recorded server waited, the clock of the replay goes on.</summary>
internal sealed class HttpSender(ServedCluster served, ReplayedCluster cluster, HttpTranslation translation)
{
    /// <summary>The time after which a response is taken for one that only a later time brings.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private const int Steps = 20;

    /// <summary>Sends a request and reads the response.</summary>
    public async Task<HttpAnswer> SendAsync(HttpExchange recorded)
    {
        using var response = await SendAsync(recorded, HttpCompletionOption.ResponseContentRead);
        return await HttpAnswer.ReadAsync(response);
    }

    /// <summary>Sends the request of a watch and reads the head of the response.</summary>
    public Task<HttpResponseMessage> OpenAsync(HttpExchange recorded) => SendAsync(recorded, HttpCompletionOption.ResponseHeadersRead);

    private async Task<HttpResponseMessage> SendAsync(HttpExchange recorded, HttpCompletionOption option)
    {
        using var request = translation.Create(served.Address, recorded);
        RecordedAccess.Identify(request, recorded);
        using var end = new CancellationTokenSource();
        var sending = served.Http.SendAsync(request, option, end.Token);
        for (var step = 1; step <= Steps; step++)
        {
            if (await IsOverAsync(sending, GetPatience(recorded, step)))
            {
                return await ReceiveAsync(sending);
            }

            cluster.SetTime(recorded.Exchange.Start + (step * Step), recorded.Exchange.End);
        }

        await end.CancelAsync();
        return new HttpResponseMessage(HttpStatusCode.GatewayTimeout) { Content = new StringContent("No response, and no head of one.") };
    }

    /// <summary>The time to wait for a response before the clock goes on: long once, where the recorded server had answered.</summary>
    private static TimeSpan GetPatience(HttpExchange recorded, int step) =>
        !Waited(recorded, step) && (step == 1 || Waited(recorded, step - 1)) ? Patience : Pause;

    /// <summary>Tests whether the recorded server had not answered after some steps of the clock; a watch is answered at once.</summary>
    private static bool Waited(HttpExchange recorded, int step) => recorded.Lines is null && recorded.Exchange.Duration > step * Step;

    private static async Task<bool> IsOverAsync(Task sending, TimeSpan patience)
    {
        try
        {
            await sending.WaitAsync(patience);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }

    /// <summary>The response; one without a status where the server closed the connection.</summary>
    private static async Task<HttpResponseMessage> ReceiveAsync(Task<HttpResponseMessage> sending)
    {
        try
        {
            return await sending;
        }
        catch (HttpRequestException e)
        {
            return new HttpResponseMessage((HttpStatusCode)599) { Content = new StringContent(e.ToString()) };
        }
    }
}
