using ImageStreams.DocumentationTrimmer;

if (args is not [var assembly, var documentation, var references])
{
    Console.Error.WriteLine("usage: ImageStreams.Sdk.DocumentationTrimmer ASSEMBLY DOCUMENTATION REFERENCES");
    return 2;
}

new PublicDocumentation(assembly, File.ReadLines(references)).Trim(documentation);
return 0;
