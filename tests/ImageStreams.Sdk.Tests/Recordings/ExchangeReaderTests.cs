using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

public class ExchangeReaderTests
{
    [Fact]
    public void FromLine_Request_ReadsWhatWasSentAndAnswered()
    {
        var exchange = ExchangeReader.FromLine(Line("""
            {"seq": 7, "note": "dry", "method": "POST",
             "path": "/apis/image.openshift.io/v1/namespaces/a/imagestreams?dryRun=All",
             "requestHeaders": {"Content-Type": "application/json"}, "requestBody": {"kind": "ImageStream"},
             "status": 201, "responseBody": {"kind": "ImageStream"}, "start": "2026-11-23T09:35:09.5Z", "durationMs": 250}
            """));

        Assert.Equal((7, "dry", 201), (exchange.Sequence, exchange.Note, exchange.Status));
        Assert.Equal("""{"kind":"ImageStream"}""", exchange.Request.Body);
        Assert.True(exchange.Request.IsDryRun);
        Assert.Equal("2026-11-23T09:35:09.7500000+00:00", exchange.End.ToString("O"));
    }

    [Fact]
    public void FromLine_Watch_ReadsEvents()
    {
        var exchange = ExchangeReader.FromLine(Watch(200, """[{"atMs": 1, "line": {"type": "ADDED", "object": {}}}]"""));

        Assert.Equal("ADDED", (string?)Assert.Single(exchange.Events!)["type"]);
    }

    [Fact]
    public void FromLine_RefusedWatch_ReadsBody()
    {
        var exchange = ExchangeReader.FromLine(Watch(405, """[{"atMs": 1, "line": {"kind": "Status", "code": 405}}]"""));

        Assert.Null(exchange.Events);
        Assert.Equal(405, (int)exchange.Body!["code"]!);
    }

    /// <summary>Watches come after the requests that were made while they ran.</summary>
    [Fact]
    public void Read_Sample_IsInTheOrderOfRequests() =>
        Assert.Equal(Enumerable.Range(1, 12), SampleRecording.Read().Select(exchange => exchange.Sequence));

    private static JsonObject Watch(int status, string events) => Line($$"""
        {"seq": 1, "method": "GET", "path": "/apis/image.openshift.io/v1/namespaces/a/imagestreams?watch=true",
         "status": {{status}}, "responseBody": null, "watchEvents": {{events}}, "start": "2026-11-23T09:35:09Z", "durationMs": 1}
        """);

    private static JsonObject Line(string json) => JsonNode.Parse(json)!.AsObject();
}
