using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>Challenges as registries, proxies and attackers write them.</summary>
public sealed class ChallengeScannerTests
{
    /// <summary>A header and its challenges, each as scheme, realm, service and scope.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(" \t,")]
    [InlineData("=x")]
    [InlineData("\"Basic\" realm=a")]
    [InlineData("realm=a, Basic realm=b")]                                  // a parameter of no challenge
    [InlineData("Basic", "Basic|||")]
    [InlineData("Basic realm=a", "Basic|a||")]
    [InlineData("\t,, Basic realm=a", "Basic|a||")]
    [InlineData("Basic realm\t =\t a", "Basic|a||")]
    [InlineData("Basic realm=\"\"", "Basic|||")]
    [InlineData("Basic realm=\"a, b=c\"", "Basic|a, b=c||")]
    [InlineData("Basic realm=\"a\\\"b\\\\c\"", "Basic|a\"b\\c||")]
    [InlineData("bearer REALM=a,Service=b, SCOPE=c", "bearer|a|b|c")]
    [InlineData("Bearer realm=a,error=\"x\",service=s", "Bearer|a|s|")]
    [InlineData("Bearer realm=a,realm=b", "Bearer|b||")]
    [InlineData("Basic realm=a, Bearer realm=b,service=c,scope=d", "Basic|a||", "Bearer|b|c|d")]
    [InlineData("Basic, Bearer realm=b", "Basic|||", "Bearer|b||")]
    public void Scan_Header_IsReadAsWritten(string header, params string[] expected) => Assert.Equal(expected, Scan(header));

    /// <summary>Scanning ends at the first error, and keeps what came before.</summary>
    [Theory]
    [InlineData("Basic realm=a, service=, Bearer realm=b", "Basic|a||")]
    [InlineData("Basic realm=\"a, Bearer realm=b", "Basic|||")]
    [InlineData("Basic realm=\"a\\", "Basic|||")]
    [InlineData("Basic realm=\"a\\\"", "Basic|||")]
    [InlineData("Basic realm=a, =b, Bearer realm=c", "Basic|a||")]
    [InlineData("Bearer realm=a;service=b", "Bearer|a||")]
    [InlineData("X \"abc\", Basic realm=y", "X|||")]
    [InlineData("Basic realm=x, realm=\"a", "Basic|x||")]
    [InlineData("Basic realm\u00a0=a", "Basic|||", "realm|||")]      // no blank of HTTP
    [InlineData("Basic realm=\u00a0a", "Basic|||")]
    public void Scan_Error_EndsTheScan(string header, params string[] expected) => Assert.Equal(expected, Scan(header));

    /// <summary>The form with one value instead of parameters.</summary>
    [Theory]
    [InlineData("Negotiate abc", "Negotiate|||")]
    [InlineData("Basic,Bearer", "Basic|||", "Bearer|||")]
    [InlineData("Negotiate\u00a0=, Basic realm=a", "Negotiate|||", "Basic|a||")]
    [InlineData("Negotiate abc\u00a0, Basic realm=a", "Negotiate|||", "Basic|a||")]
    [InlineData("Negotiate YIIabc==, Bearer realm=x", "Negotiate|||", "Bearer|x||")]
    [InlineData("Negotiate abc=, Bearer realm=x", "Negotiate|||", "Bearer|x||")]
    [InlineData("Negotiate abc, Bearer realm=x", "Negotiate|||", "Bearer|x||")]
    [InlineData("Negotiate \t abc \t, Bearer realm=x", "Negotiate|||", "Bearer|x||")]
    [InlineData("Negotiate a/b+c, Bearer realm=x", "Negotiate|||", "Bearer|x||")]
    [InlineData("Basic realm=, Bearer realm=x", "Basic|||", "Bearer|x||")]
    [InlineData("Negotiate a b, Bearer realm=x", "Negotiate|||", "a|||", "Bearer|x||")]
    [InlineData("Negotiate a\tb, Bearer realm=x", "Negotiate|||", "a|||", "Bearer|x||")]
    [InlineData("Negotiate realm=b", "Negotiate|b||")]
    public void Scan_SingleValue_IsSkipped(string header, params string[] expected) => Assert.Equal(expected, Scan(header));

    [Fact]
    public void Scan_LongHeader_IsReadUpToEightKibibytes()
    {
        const string Start = "Basic realm=";
        var longest = new string('a', (8 << 10) - Start.Length);

        Assert.Equal([$"{Start.Split(' ')[0]}|{longest}||"], Scan(Start + longest));
        Assert.Equal([$"{Start.Split(' ')[0]}|{longest}||"], Scan(Start + longest + "b, Bearer realm=b"));
    }

    [Theory]
    [InlineData("basic", true, false)]
    [InlineData("BEARER", false, true)]
    [InlineData("Negotiate", false, false)]
    public void Scheme_HasNoCase(string scheme, bool isBasic, bool isBearer)
    {
        var challenge = new AuthenticationChallenge { Scheme = scheme };

        Assert.Equal((isBasic, isBearer), (challenge.IsBasic, challenge.IsBearer));
    }

    private static IEnumerable<string> Scan(string header) =>
        ChallengeScanner.Scan(header).Select(one => $"{one.Scheme}|{one.Realm}|{one.Service}|{one.Scope}");
}
