using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Tests.Validation;

public class AllowedRegistriesTests
{
    [Theory]
    [InlineData("quay.io", "quay.io", RegistrySecurity.Secure, true)]
    [InlineData("quay.io", "quay.io:443", RegistrySecurity.Secure, true)]
    [InlineData("quay.io", "quay.io:5000", RegistrySecurity.Secure, false)]
    [InlineData("quay.io", "quay.io", RegistrySecurity.Insecure, false)]
    [InlineData("quay.io", "quay.io", RegistrySecurity.Any, true)]
    [InlineData("quay.io:80", "quay.io", RegistrySecurity.Any, true)]
    [InlineData("quay.io:5000", "quay.io", RegistrySecurity.Any, false)]
    [InlineData("*.example.com:*", "a.b.example.com:5000", RegistrySecurity.Secure, true)]
    [InlineData("Quay.io", "quay.io", RegistrySecurity.Secure, false)]
    [InlineData("docker.io", "", RegistrySecurity.Secure, true)]
    [InlineData("docker.io", "index.docker.io", RegistrySecurity.Secure, true)]
    [InlineData("registry-1.docker.io", "docker.io", RegistrySecurity.Secure, true)]
    [InlineData("docker.io:*", "index.docker.io:5000", RegistrySecurity.Any, true)]
    [InlineData("docker.io", "", RegistrySecurity.Any, true)]
    [InlineData("docker.io", "docker.io:5000", RegistrySecurity.Secure, false)]
    [InlineData("registry-1.docker.io", "docker.io", RegistrySecurity.Any, false)] // as written
    [InlineData("quay.io:*", "quay.io", RegistrySecurity.Any, true)]
    [InlineData("quay.io:4?3", "quay.io", RegistrySecurity.Secure, true)]
    [InlineData("quay.io:4?3", "quay.io", RegistrySecurity.Any, false)] // no port to match
    [InlineData("quay.io", "quay.io:", RegistrySecurity.Any, false)]
    public void AdmitHost_OnePattern_MatchesItsHosts(string pattern, string host, RegistrySecurity transport, bool admitted)
    {
        var allowed = AllowedRegistries.Create([new() { DomainName = pattern }]);
        Assert.Equal(admitted, allowed.AdmitHost(host, transport) is RegistryAdmissionResult.Admitted);
    }

    [Fact]
    public void AdmitHost_InsecurePatternWithoutPort_MeansPort80()
    {
        var allowed = AllowedRegistries.Create([new() { DomainName = "quay.io", Insecure = true }]);
        Assert.IsType<RegistryAdmissionResult.Admitted>(allowed.AdmitHost("quay.io", RegistrySecurity.Insecure));
        Assert.IsType<RegistryAdmissionResult.Refused>(allowed.AdmitHost("quay.io"));
    }

    [Fact]
    public void AdmitHost_InternalRegistry_IsAllowedAndListedFirst()
    {
        var allowed = AllowedRegistries.Create([new() { DomainName = "quay.io" }], "registry.svc:5000");
        Assert.IsType<RegistryAdmissionResult.Admitted>(allowed.AdmitHost("registry.svc:5000"));
        Assert.Equal(
            "Images may not come from 'evil.io', only from 'registry.svc:5000', 'quay.io:443': "
            + "use an image from an allowed registry, or add the registry to the list.",
            Assert.IsType<RegistryAdmissionResult.Refused>(allowed.AdmitHost("evil.io")).Message);
    }

    [Fact]
    public void AdmitHost_FivePatterns_ListsAllOfThem()
    {
        var allowed = AllowedRegistries.Create("a b c d e".Split(' ').Select(name => new AllowedRegistry { DomainName = name }));
        var refused = Assert.IsType<RegistryAdmissionResult.Refused>(allowed.AdmitHost("evil.io"));
        Assert.Contains("from 'a:443', 'b:443', 'c:443', 'd:443', 'e:443':", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AdmitHost_ManyPatterns_ListsFourAndCountsTheOthers()
    {
        var allowed = AllowedRegistries.Create("a b c d e f".Split(' ').Select(name => new AllowedRegistry { DomainName = name }));
        var refused = Assert.IsType<RegistryAdmissionResult.Refused>(allowed.AdmitHost("evil.io:1"));
        Assert.Equal("evil.io:1", refused.Registry);
        Assert.Contains("'a:443', 'b:443', 'c:443', 'd:443' and 2 more:", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AdmitHost_EmptyList_AllowsNothing()
    {
        var refused = Assert.IsType<RegistryAdmissionResult.Refused>(AllowedRegistries.Create([]).AdmitHost(""));
        Assert.Equal("docker.io:443", refused.Registry);
    }

    [Fact]
    public void All_AnyHost_IsAdmitted() =>
        Assert.IsType<RegistryAdmissionResult.Admitted>(AllowedRegistries.All.AdmitHost("a:b:c", RegistrySecurity.Any));

    [Fact]
    public void WithRepositories_Repository_IsAdmittedByAllItsNames()
    {
        var allowed = AllowedRegistries.Create([]).WithRepositories([ImageReference.Parse("ruby:1")]);
        Assert.IsType<RegistryAdmissionResult.Admitted>(allowed.Admit(ImageReference.Parse("docker.io/library/ruby:2")));
        Assert.IsType<RegistryAdmissionResult.Refused>(allowed.Admit(ImageReference.Parse("docker.io/library/python")));
    }

    [Fact]
    public void Create_InvalidPatterns_ListsAllOfThem()
    {
        var e = Assert.Throws<RegistryPatternFormatException>(() => AllowedRegistries.Create(
            [new() { DomainName = "[::1]:5000" }, new() { DomainName = "a:1" }, new() { DomainName = "a:b:c" }]));
        Assert.Equal(["[::1]:5000", "a:b:c"], e.Patterns);
    }

    [Fact]
    public void Create_EqualPatterns_AreListedOnce()
    {
        var allowed = AllowedRegistries.Create([new() { DomainName = "a" }, new() { DomainName = "b" }, new() { DomainName = "a:443" }]);
        var refused = Assert.IsType<RegistryAdmissionResult.Refused>(allowed.AdmitHost("c"));
        Assert.Contains("only from 'b:443', 'a:443':", refused.Message, StringComparison.Ordinal);
    }
}
