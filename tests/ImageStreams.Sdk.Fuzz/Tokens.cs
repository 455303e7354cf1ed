namespace ImageStreams.Fuzz;

/// <summary>The texts that mutations put in, for each kind of input.</summary>
internal static class Tokens
{
    /// <summary>For names, references, tags, hosts and patterns.</summary>
    public static TokenSet Names { get; } = ToTokens([
        "/", ":", "@", ".", "..", "-", "--", "_", "__", "*", "*.", "[", "]", "[::1]", "::", "//", ":0", ":5000", ":65536",
        "docker.io", "index.docker.io", "library", "localhost", "sha256:", "sha512:", "latest", "v", "1.2.3", "1.2", "-rc.1",
        "+build", "0", "00", "9999999999999999999", "A", "é", "\u212a", "\0", " ", "\n", "%20", "http://", "https://",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ]);

    /// <summary>For headers.</summary>
    public static TokenSet Headers { get; } = ToTokens([
        "\"", "\\", "\\\"", "=", ",", ";", " ", "\t", "<", ">", "Bearer ", "Basic ", "realm=", "scope=", "service=", "rel=next",
        "rel=\"next\"", "</v2/a/tags/list?last=b>", "token68==", "é", "\0", "Negotiate", ",,", "==",
    ]);

    /// <summary>For JSON.</summary>
    public static TokenSet Json { get; } = ToTokens([
        "null", "true", "false", "{}", "[]", "\"\"", "0", "-0", "1e9", "-1", "9223372036854775807", "9223372036854775808", "0.5",
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "\\ud83d\\ude00", "\\u003c", "<", "&",
        "\u2028", "é", "\n", "\t", " ", "\"metadata\":null", "\"annotations\":null", "\"annotations\":{}", "\"name\"",
        "\"kind\":", "ImageStream", "ImageStreamTag", "BuildConfig", "DockerImage", "latest", ":x", "@sha256:",
        "2024-01-01T00:00:00Z", "9999-12-31T23:59:59-01:00", "spec.template.spec.containers[?(@.name==\\\"web\\\")].image",
        "[[[[[[[[", "\"spec\":{",
        "\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"a:b\"}", "\"paused\":true", "\"\":5", "metadata", "annotations",
    ]) with
    {
        Values = ToUtf8([
            "null", "true", "false", "{}", "[]", "\"\"", "0", "-1", "9223372036854775808", "1e9", "\"latest\"", "\":x\"",
            "\"a b\"", "\"@sha256:\"", "\"\\u0000\"", "\"\\ud800\"", "\"<&>\u2028\"", "\"2024-01-01T00:00:00Z\"",
            "\"ImageStreamTag\"", "\"ImageStreamImage\"", "\"DockerImage\"", "\"ImageStream\"", "[null]", "[[]]", "{\"\":null}",
            "{\"a\":{\"b\":[1,2]}}",
            "{\"kind\":\"ImageStreamTag\",\"name\":\"web:1\"}", "{\"annotations\":null}", "\"9999-12-31T23:59:59-01:00\"",
        ]),
    };

    private static TokenSet ToTokens(string[] texts) => new() { Texts = ToUtf8(texts) };

    private static byte[][] ToUtf8(string[] texts) => Array.ConvertAll(texts, System.Text.Encoding.UTF8.GetBytes);
}
