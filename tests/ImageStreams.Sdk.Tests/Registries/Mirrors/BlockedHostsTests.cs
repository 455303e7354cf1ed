using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

public sealed class BlockedHostsTests
{
    [Theory]
    [InlineData("bad.example", "https://bad.example/v2/", "bad.example")]
    [InlineData("bad.example", "https://bad.example:5000/v2/", "bad.example")]
    [InlineData("bad.example:5000", "https://bad.example:5000/v2/", "bad.example:5000")]
    [InlineData("bad.example:5000", "https://bad.example/v2/", null)]
    [InlineData("*.bad.example", "https://a.bad.example/v2/", "*.bad.example")]
    [InlineData("bad.example/team", "https://bad.example/v2/", null)]
    [InlineData("bad.example", "https://good.example/v2/", null)]
    public void Find_Address_IsTheScopeThatBlocksItsHost(string blocked, string address, string? expected) =>
        Assert.Equal(expected, new BlockedHosts([RegistryScope.Parse(blocked)]).Find(new Uri(address)));

    [Fact]
    public void Find_NothingBlocked_IsNull() => Assert.Null(BlockedHosts.None.Find(new Uri("https://bad.example/v2/")));
}
