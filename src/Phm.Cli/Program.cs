using Phm.Cli;

return await PhmCommand.InvokeAsync(args);
